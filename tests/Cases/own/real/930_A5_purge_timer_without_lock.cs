// source: structure of throttlers (the purge on the timer forgets the lock that Hit takes)
// class: A5
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Corpus.Own.R930;

public sealed class Throttle : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, DateTime> _hits = new();
    private readonly Timer _purge;

    public Throttle() => _purge = new Timer(Purge, null, 1000, 1000);

    public bool Hit(string client)
    {
        lock (_gate)
        {
            var known = _hits.ContainsKey(client);
            _hits[client] = DateTime.UtcNow;
            return known;
        }
    }

    private void Purge(object? state)
    {
        var limit = DateTime.UtcNow.AddMinutes(-1);
        foreach (var old in _hits.Where(h => h.Value < limit).ToList()) // BUG: A5
        {
            lock (_gate)
                _hits.Remove(old.Key);
        }
    }

    public void Dispose() => _purge.Dispose();
}

public sealed class ThrottleFixed : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, DateTime> _hits = new();
    private readonly Timer _purge;

    public ThrottleFixed() => _purge = new Timer(Purge, null, 1000, 1000);

    public void Hit(string client)
    {
        lock (_gate)
            _hits[client] = DateTime.UtcNow;
    }

    private void Purge(object? state)
    {
        var limit = DateTime.UtcNow.AddMinutes(-1);
        lock (_gate)
        {
            foreach (var old in _hits.Where(h => h.Value < limit).ToList())
                _hits.Remove(old.Key);
        }
    }

    public void Dispose() => _purge.Dispose();
}
