// source: structure of expiring caches (System.Timers.Timer, handler named)
// class: A2
// note: the eviction runs on a pool thread, two calls below the handler; Set and TryGet on callers' threads
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Timers;

namespace Corpus.Own.R911;

public class ExpiringCache<TValue> : IDisposable
{
    private readonly IDictionary<string, (TValue Value, DateTime Until)> _entries; // MAY: A2
    private readonly Timer _timer = new(30_000);

    public ExpiringCache()
    {
        _entries = new Dictionary<string, (TValue, DateTime)>();
        _timer.Elapsed += OnElapsed;
        _timer.Start();
    }

    public void Set(string key, TValue value, TimeSpan life)
    {
        _entries[key] = (value, DateTime.UtcNow + life); // MAY: A2
    }

    public bool TryGet(string key, out TValue? value)
    {
        var found = _entries.TryGetValue(key, out var entry); // MAY: A2
        value = entry.Value;
        return found;
    }

    private void OnElapsed(object? sender, ElapsedEventArgs e) => Evict(e.SignalTime.ToUniversalTime());

    private void Evict(DateTime now)
    {
        var old = _entries.Where(p => p.Value.Until < now).Select(p => p.Key).ToList(); // MAY: A2
        foreach (var key in old)
            _entries.Remove(key); // BUG: A2
    }

    public void Dispose() => _timer.Dispose();
}

public class ExpiringCacheFixed<TValue> : IDisposable
{
    private readonly ConcurrentDictionary<string, (TValue Value, DateTime Until)> _entries = new();
    private readonly Timer _timer = new(30_000);

    public ExpiringCacheFixed()
    {
        _timer.Elapsed += (_, e) => Evict(e.SignalTime.ToUniversalTime());
        _timer.Start();
    }

    public void Set(string key, TValue value, TimeSpan life) => _entries[key] = (value, DateTime.UtcNow + life);

    private void Evict(DateTime now)
    {
        foreach (var entry in _entries)
        {
            if (entry.Value.Until < now)
                _entries.TryRemove(entry);
        }
    }

    public void Dispose() => _timer.Dispose();
}
