// source: own, after the description: update factories that only compute the new value
// class: A4
using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Corpus.Own.C443;

public sealed class Statistics
{
    private readonly ConcurrentDictionary<string, (int Count, double Highest)> _values = new();
    private readonly ConcurrentDictionary<string, ImmutableList<double>> _last = new();

    public void Add(string name, double value)
    {
        _values.AddOrUpdate(
            name,
            static (_, first) => (1, first),
            static (_, old, next) => (old.Count + 1, Math.Max(old.Highest, next)),
            value);
        _last.AddOrUpdate(name, ImmutableList.Create(value), (_, values) => values.Add(value));
    }
}
