// source: own, after the description: an extension method over IDictionary adds a key to the enumerated dictionary
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R156;

public static class CounterExtensions
{
    public static void Bump<TKey>(this IDictionary<TKey, int> counters, TKey key, int by = 1) where TKey : notnull
    {
        counters[key] = counters.TryGetValue(key, out var old) ? old + by : by;
    }
}

public sealed class HitCounter
{
    private readonly Dictionary<string, int> _hits = new();

    public void Hit(string path) => _hits.Bump(path);

    public void AddTotals()
    {
        foreach (var (path, hits) in _hits) // MAY: A1
            _hits.Bump(path.Split('/')[0] + "/*", hits); // BUG: A1
    }

    public void AddTotalsFixed()
    {
        foreach (var (path, hits) in _hits.ToList())
            _hits.Bump(path.Split('/')[0] + "/*", hits);
    }
}
