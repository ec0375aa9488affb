// source: structure of home-made LRU caches
// class: A4
// note: the factory also enqueues the key: it stands in the queue twice, and is evicted too early
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R713;

public sealed class BoundedCache<TValue>
{
    private readonly ConcurrentDictionary<string, TValue> _values = new();
    private readonly ConcurrentQueue<string> _order = new();
    private readonly Func<string, TValue> _compute;

    public BoundedCache(Func<string, TValue> compute) => _compute = compute;

    public TValue Get(string key) => _values.GetOrAdd(key, k => // BUG: A4
    {
        _order.Enqueue(k); // MAY: A4
        return _compute(k);
    });

    public TValue GetFixed(string key)
    {
        if (_values.TryGetValue(key, out var value))
            return value;
        value = _compute(key);
        if (!_values.TryAdd(key, value))
            return _values.TryGetValue(key, out var other) ? other : value;
        _order.Enqueue(key);
        return value;
    }
}
