// source: own, after the description: one static table for each type argument, filled by the first caller
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R406;

public static class Comparers<T>
{
    private static readonly SortedDictionary<string, Comparison<T>> ByName = new(StringComparer.Ordinal); // MAY: A2
    private static readonly ConcurrentDictionary<string, Comparison<T>> ByNameFixed = new(StringComparer.Ordinal);

    public static Comparison<T> For(string property, Func<string, Comparison<T>> compile)
    {
        Comparison<T>? found;
        if (ByName.TryGetValue(property, out found)) // MAY: A2
            return found;

        found = compile(property);
        ByName.Add(property, found); // BUG: A2
        return found;
    }

    public static Comparison<T> ForFixed(string property, Func<string, Comparison<T>> compile) => ByNameFixed.GetOrAdd(property, compile);
}
