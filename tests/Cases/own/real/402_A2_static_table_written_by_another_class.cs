// source: own, after the description: the table is a public static field, and the class that writes it is another one
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R402;

public static class Formatters
{
    public static readonly Dictionary<string, Func<object, string>> ByName = new(StringComparer.OrdinalIgnoreCase); // MAY: A2

    public static readonly ConcurrentDictionary<string, Func<object, string>> ByNameFixed = new(StringComparer.OrdinalIgnoreCase);
}

public sealed class Report(string format)
{
    public string Print(object value)
    {
        if (!Formatters.ByName.TryGetValue(format, out var formatter)) // MAY: A2
        {
            formatter = o => string.Format("{0:" + format + "}", o);
            Formatters.ByName[format] = formatter; // BUG: A2
        }

        return formatter(value);
    }

    public string PrintFixed(object value) =>
        Formatters.ByNameFixed.GetOrAdd(format, static f => o => string.Format("{0:" + f + "}", o))(value);
}
