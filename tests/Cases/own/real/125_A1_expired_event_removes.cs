// source: own, after the description: an event that the same type subscribes re-enters and removes
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R125;

public sealed class ExpiringCache
{
    private readonly SortedDictionary<string, int> _ttl = new(StringComparer.Ordinal);

    public ExpiringCache()
    {
        Expired += OnExpired;
    }

    public event EventHandler<string>? Expired;

    public void Set(string key, int ttl) => _ttl[key] = ttl;

    private void OnExpired(object? sender, string key)
    {
        _ttl.Remove(key);
    }

    public void Advance(int seconds)
    {
        foreach (var entry in _ttl) // MAY: A1
        {
            if (entry.Value <= seconds)
                Expired?.Invoke(this, entry.Key); // BUG: A1
        }
    }

    public void AdvanceFixed(int seconds)
    {
        foreach (var entry in _ttl.ToList())
        {
            if (entry.Value <= seconds)
                Expired?.Invoke(this, entry.Key);
        }
    }
}
