// source: structure of caches of open delegates
// class: B1
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.C548;

public sealed class RowReader
{
    private static readonly ConcurrentDictionary<Type, Func<object, Dictionary<string, object?>>> Readers = new();

    public Dictionary<string, object?> Read(object row) => Readers.GetOrAdd(row.GetType(), Build)(row);

    private static Func<object, Dictionary<string, object?>> Build(Type type)
    {
        var getters = new List<KeyValuePair<string, Func<object, object?>>>();
        foreach (var property in type.GetProperties())
        {
            var method = typeof(RowReader).GetMethod(nameof(Wrap), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type, property.PropertyType);
            getters.Add(new(property.Name, (Func<object, object?>)method.Invoke(null, [property.GetMethod])!));
        }
        return row =>
        {
            var values = new Dictionary<string, object?>(getters.Count);
            foreach (var (name, get) in getters)
                values[name] = get(row);
            return values;
        };
    }

    private static Func<object, object?> Wrap<T, TValue>(MethodInfo getter)
    {
        var typed = getter.CreateDelegate<Func<T, TValue>>();
        return o => typed((T)o);
    }
}
