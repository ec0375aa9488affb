// source: dotnet/corefx issue #28198 (SqlUDTStorage)
// class: A5
// note: there is one locked access, the write; the read in front of it relies on Hashtable's rules with a Dictionary
using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.R922;

public sealed class UdtStorage
{
    private static readonly Dictionary<Type, object?> TypeToNull = new();

    internal static object? GetStaticNull(Type type)
    {
        if (!TypeToNull.TryGetValue(type, out var value)) // BUG: A5
        {
            var field = type.GetField("Null", BindingFlags.Public | BindingFlags.Static);
            value = field?.GetValue(null);
            lock (TypeToNull)
            {
                TypeToNull[type] = value;
            }
        }

        return value;
    }
}

public sealed class UdtStorageFixed
{
    private static readonly Hashtable TypeToNull = new();

    internal static object? GetStaticNull(Type type)
    {
        var value = TypeToNull[type];
        if (value == null)
        {
            value = type.GetField("Null", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
            if (value == null)
                return null;
            lock (TypeToNull)
                TypeToNull[type] = value;
        }

        return value;
    }
}
