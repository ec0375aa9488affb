// source: structure of lock-free registries (a copy is swapped in)
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C908;

public static class Formatters
{
    private static Dictionary<Type, Func<object, string>> _formatters = new();

    public static void Register(Type type, Func<object, string> formatter)
    {
        while (true)
        {
            var current = Volatile.Read(ref _formatters);
            var next = new Dictionary<Type, Func<object, string>>(current) { [type] = formatter };
            if (ReferenceEquals(Interlocked.CompareExchange(ref _formatters, next, current), current))
                return;
        }
    }

    public static void Unregister(Type type)
    {
        Dictionary<Type, Func<object, string>> current, next;
        do
        {
            current = _formatters;
            next = new Dictionary<Type, Func<object, string>>(current);
            next.Remove(type);
        }
        while (Interlocked.CompareExchange(ref _formatters, next, current) != current);
    }

    public static string Format(object value) =>
        _formatters.TryGetValue(value.GetType(), out var formatter) ? formatter(value) : value.ToString() ?? "";
}
