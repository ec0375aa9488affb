// source: structure of a lease store (one of three callers of the private helper misses the lock)
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.R511;

public sealed class LeaseStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, DateTime> _leases = new();

    public bool Acquire(string key)
    {
        lock (_gate)
        {
            DropExpired();
            return _leases.TryAdd(key, DateTime.UtcNow.AddMinutes(1));
        }
    }

    public void Renew(string key)
    {
        lock (_gate)
        {
            DropExpired();
            _leases[key] = DateTime.UtcNow.AddMinutes(1);
        }
    }

    public void OnTimer()
    {
        DropExpired(); // MAY: A5
    }

    public void OnTimerFixed()
    {
        lock (_gate)
            DropExpired();
    }

    private void DropExpired()
    {
        var now = DateTime.UtcNow;
        foreach (var key in new List<string>(_leases.Keys)) // BUG: A5
        {
            if (_leases[key] < now) // MAY: A5
                _leases.Remove(key); // MAY: A5
        }
    }
}
