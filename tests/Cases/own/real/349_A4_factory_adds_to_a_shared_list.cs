// source: abpframework/abp issue #2979 (a factory that modifies a shared object, issue #2736)
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R349;

public sealed class FeatureDefinitions
{
    private readonly ConcurrentDictionary<Type, string> _names = new();
    private readonly ConcurrentDictionary<Type, Lazy<string>> _namesFixed = new();
    private readonly List<string> _order = new();
    private readonly object _gate = new();

    public string NameOf(Type type) => _names.GetOrAdd(type, key => // BUG: A4
    {
        var name = key.FullName ?? key.Name;
        _order.Add(name); // MAY: A4
        return name;
    });

    public string NameOfFixed(Type type) => _namesFixed.GetOrAdd(type, key => new Lazy<string>(() =>
    {
        var name = key.FullName ?? key.Name;
        lock (_gate)
            _order.Add(name);
        return name;
    })).Value;
}
