// source: structure of double-buffered caches and forwarding tables
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C801;

public sealed class Generations
{
    private readonly ConcurrentDictionary<string, object> _young = new();
    private readonly ConcurrentDictionary<string, object> _old = new();

    public object? Get(string key)
    {
        if (_young.TryGetValue(key, out var value))
            return value;
        if (_old.TryGetValue(key, out value))
        {
            _young.TryAdd(key, value);
            return value;
        }

        return null;
    }

    public void Promote(string from, string to)
    {
        if (_young.TryRemove(from, out var value))
            _young[to] = value;
    }
}
