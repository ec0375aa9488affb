// source: own, after the description: a library remembers the properties of each type in a static table
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.R400;

public static class PropertyTable
{
    private static readonly Dictionary<Type, PropertyInfo[]> Known = new(); // MAY: A2
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> KnownFixed = new();

    public static PropertyInfo[] Of(Type type)
    {
        if (Known.TryGetValue(type, out var found)) // MAY: A2
            return found;

        found = type.GetProperties();
        Known[type] = found; // BUG: A2
        return found;
    }

    public static PropertyInfo[] OfFixed(Type type) => KnownFixed.GetOrAdd(type, static t => t.GetProperties());
}
