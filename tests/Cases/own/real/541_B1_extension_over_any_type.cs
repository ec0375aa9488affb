// source: the ToDictionary<T> extension that many code bases carry along (StackOverflow 4943817)
// class: B1
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R541;

public static class ObjectExtensions
{
    public static IDictionary<string, object?> AsDictionary(this object source, BindingFlags flags = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance)
    {
        return source.GetType().GetProperties(flags).ToDictionary // MAY: B1
        (
            property => property.Name,
            property => property.GetValue(source, null) // BUG: B1
        );
    }

    public static Dictionary<string, string> ToStrings<T>(this T source)
        where T : notnull =>
        typeof(T).GetProperties().Where(property => property.CanRead && property.GetIndexParameters().Length == 0) // MAY: B1
            .ToDictionary(property => property.Name, property => Convert.ToString(property.GetValue(source)) ?? "", StringComparer.OrdinalIgnoreCase); // BUG: B1
}
