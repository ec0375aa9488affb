// source: bitfaster/BitFaster.Caching PR #67 (and the review of PR #20)
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R320;

public sealed class LruItem(string key, object value)
{
    public string Key { get; } = key;

    public object Value { get; } = value;
}

public sealed class Lru
{
    private readonly ConcurrentDictionary<string, LruItem> _map = new();
    private readonly ConcurrentQueue<LruItem> _cold = new();

    public void Put(string key, object value)
    {
        var item = new LruItem(key, value);
        _map[key] = item;
        _cold.Enqueue(item);
    }

    public bool Has(string key) => _map.ContainsKey(key);

    public void Cycle()
    {
        if (_cold.TryDequeue(out var item)
            && _map.TryGetValue(item.Key, out var current) // MAY: A3
            && ReferenceEquals(current, item)) // MAY: A3
        {
            _map.TryRemove(item.Key, out _); // BUG: A3
        }
    }

    public void CycleFixed()
    {
        if (_cold.TryDequeue(out var item))
            _map.TryRemove(KeyValuePair.Create(item.Key, item));
    }
}
