// source: own, after the description: NameValueCollection enumerated directly while names are removed
// class: A1
using System.Collections.Specialized;

namespace Corpus.Own.R142;

public static class QueryCleaner
{
    public static void DropEmpty(NameValueCollection query)
    {
        foreach (string? name in query) // MAY: A1
        {
            if (string.IsNullOrEmpty(query[name]))
                query.Remove(name); // BUG: A1
        }
    }

    public static void DropEmptyFixed(NameValueCollection query)
    {
        foreach (var name in query.AllKeys)
        {
            if (string.IsNullOrEmpty(query[name]))
                query.Remove(name);
        }
    }
}
