// source: structure of RicoSuter/NJsonSchema PR #1571 (fast path of a name cache)
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.R501;

public static class DisplayNames
{
    private static readonly Dictionary<Type, string> Known = new();
    private static readonly object Sync = new();

    public static string Of(Type type)
    {
        if (Known.TryGetValue(type, out var name)) // BUG: A5
            return name;

        lock (Sync)
        {
            if (!Known.TryGetValue(type, out name))
            {
                name = type.Name.ToLowerInvariant();
                Known.Add(type, name);
            }

            return name;
        }
    }

    public static string OfFixed(Type type)
    {
        lock (Sync)
        {
            if (!Known.TryGetValue(type, out var name))
                Known[type] = name = type.Name.ToLowerInvariant();
            return name;
        }
    }
}
