// source: MarimerLLC/csla PR #3780 (description)
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R351;

public sealed class PropertyTables
{
    private readonly ConcurrentDictionary<Type, IReadOnlyList<string>> _tables = new();
    private readonly ConcurrentDictionary<Type, Lazy<IReadOnlyList<string>>> _tablesFixed = new();
    private event Action? Unloading;

    public int Unloads { get; private set; }

    public IReadOnlyList<string> Get(Type type) => _tables.GetOrAdd(type, key => // BUG: A4
    {
        Unloading += () => Unloads++; // MAY: A4
        return new[] { key.Name };
    });

    public IReadOnlyList<string> GetFixed(Type type) => _tablesFixed.GetOrAdd(type, key => new Lazy<IReadOnlyList<string>>(() =>
    {
        Unloading += () => Unloads++;
        return new[] { key.Name };
    })).Value;

    public void Unload() => Unloading?.Invoke();
}
