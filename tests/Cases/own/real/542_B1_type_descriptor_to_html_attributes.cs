// source: structure of System.Web.Mvc HtmlHelper.AnonymousObjectToHtmlAttributes before it kept accessors
// class: B1
using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace Corpus.Own.R542;

public static class Html
{
    public static IDictionary<string, object?> AttributesOf(object? attributes)
    {
        var result = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        if (attributes != null)
        {
            foreach (PropertyDescriptor property in TypeDescriptor.GetProperties(attributes)) // MAY: B1
            {
                result.Add(property.Name.Replace('_', '-'), property.GetValue(attributes)); // BUG: B1
            }
        }

        return result;
    }
}
