// source: own, after the description: the factory creates a timer, and the one that loses goes on ticking
// class: A4
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R354;

public sealed class Pollers
{
    private readonly ConcurrentDictionary<int, Timer> _timers = new();
    private readonly ConcurrentDictionary<int, Lazy<Timer>> _timersFixed = new();
    private int _polls;

    public int Polls => _polls;

    public void Watch(int device)
    {
        _ = _timers.GetOrAdd(device, _ => new Timer(_ => Interlocked.Increment(ref _polls), null, 10, 10)); // BUG: A4
    }

    public void WatchFixed(int device) => _ = _timersFixed.GetOrAdd(
        device, _ => new Lazy<Timer>(() => new Timer(_ => Interlocked.Increment(ref _polls), null, 10, 10))).Value;
}
