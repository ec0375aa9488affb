// source: structure of per-key locks
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C804;

public sealed class KeyedCache
{
    private readonly ConcurrentDictionary<string, object> _locks = new();
    private readonly ConcurrentDictionary<string, string> _values = new();

    public string Get(string key, Func<string, string> load)
    {
        if (_values.TryGetValue(key, out var value))
            return value;
        lock (_locks.GetOrAdd(key, static _ => new object()))
        {
            if (!_values.TryGetValue(key, out value))
            {
                value = load(key);
                _values[key] = value;
            }

            return value;
        }
    }
}
