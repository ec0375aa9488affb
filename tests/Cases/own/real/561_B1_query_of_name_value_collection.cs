// source: structure of REST clients that fill a NameValueCollection
// class: B1
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R561;

public static class QueryStringExtensions
{
    public static string AppendQuery(this Uri uri, object? filter)
    {
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        if (filter != null)
        {
            using var e = filter.GetType().GetProperties().AsEnumerable().GetEnumerator(); // MAY: B1
            while (e.MoveNext())
            {
                if (e.Current.GetValue(filter) is IEnumerable and not string) // MAY: B1
                    continue;
                query.Add(e.Current.Name, e.Current.GetValue(filter)?.ToString()); // BUG: B1
            }
        }
        return uri.GetLeftPart(UriPartial.Path) + "?" + query;
    }

    public static string AppendQueryFixed(this Uri uri, OrderFilter filter)
    {
        var query = System.Web.HttpUtility.ParseQueryString(uri.Query);
        query.Add("State", filter.State);
        return uri.GetLeftPart(UriPartial.Path) + "?" + query;
    }
}

public sealed record OrderFilter(string State);
