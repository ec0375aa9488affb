// source: own, after the description: a registry that everybody reaches by a static Lazy
// class: A2
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R415;

public sealed class PluginRegistry
{
    private static readonly Lazy<PluginRegistry> Single = new(() => new PluginRegistry());
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal); // MAY: A2
    private readonly ConcurrentDictionary<string, Type> _typesFixed = new(StringComparer.Ordinal);

    private PluginRegistry()
    {
        _types["default"] = typeof(object);
    }

    public static PluginRegistry Current => Single.Value;

    public Type Resolve(string name)
    {
        Type? type;
        if (!_types.TryGetValue(name, out type)) // MAY: A2
        {
            type = Type.GetType(name, throwOnError: true)!;
            _types.Add(name, type); // BUG: A2
        }

        return type;
    }

    public Type ResolveFixed(string name) => _typesFixed.GetOrAdd(name, static n => Type.GetType(n, throwOnError: true)!);
}
