// source: structure of dotnet/corefx issue #28198 (a Dictionary used as if it were a Hashtable)
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.R506;

internal sealed class NullValues
{
    private static readonly Dictionary<Type, object> s_nulls = new();

    internal static object For(Type type)
    {
        object? found;
        if (!s_nulls.TryGetValue(type, out found)) // BUG: A5
        {
            found = type.GetProperty("Null")?.GetValue(null) ?? DBNull.Value;
            lock (s_nulls)
            {
                s_nulls[type] = found;
            }
        }

        return found;
    }

    internal static object ForFixed(Type type)
    {
        lock (s_nulls)
        {
            if (!s_nulls.TryGetValue(type, out var found))
                s_nulls[type] = found = type.GetProperty("Null")?.GetValue(null) ?? DBNull.Value;
            return found;
        }
    }
}
