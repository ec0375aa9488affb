// source: structure of Flow.Launcher image cache and session cleaners
// class: A3
// note: the keys of the stale entries are collected by a query, then removed by key
using System;
using System.Collections.Concurrent;
using System.Linq;

namespace Corpus.Own.R709;

public sealed class ImageCache
{
    private readonly ConcurrentDictionary<string, DateTime> _lastUse = new();

    public void Touch(string path) => _lastUse[path] = DateTime.UtcNow;

    public void Trim(TimeSpan age)
    {
        var limit = DateTime.UtcNow - age;
        foreach (var path in _lastUse.Where(p => p.Value < limit).Select(p => p.Key)) // MAY: A3
            _lastUse.TryRemove(path, out _); // BUG: A3
    }

    public void TrimFixed(TimeSpan age)
    {
        var limit = DateTime.UtcNow - age;
        foreach (var pair in _lastUse.Where(p => p.Value < limit))
            _lastUse.TryRemove(pair);
    }
}
