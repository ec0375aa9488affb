// source: structure of Archomeda/Gw2Sharp issue #3 (the collector of the memory cache)
// class: A3
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R321;

public sealed class LeaseTable : IDisposable
{
    private readonly ConcurrentDictionary<string, DateTime> _leases = new();
    private readonly Timer _sweeper;

    public LeaseTable() => _sweeper = new Timer(_ => Sweep(DateTime.UtcNow), null, 1000, 1000);

    public void Renew(string id, DateTime until) => _leases[id] = until;

    public bool IsHeld(string id) => _leases.ContainsKey(id);

    public void Sweep(DateTime now)
    {
        foreach (var (id, until) in _leases) // MAY: A3
        {
            if (until < now) // MAY: A3
                _leases.TryRemove(id, out _); // BUG: A3
        }
    }

    public void SweepFixed(DateTime now)
    {
        foreach (var lease in _leases)
        {
            if (lease.Value < now)
                _leases.TryRemove(lease);
        }
    }

    public void Dispose() => _sweeper.Dispose();
}
