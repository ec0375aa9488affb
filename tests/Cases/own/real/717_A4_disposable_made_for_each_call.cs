// source: structure of keyed timers; GetOrAdd with a value instead of a factory
// class: A4
// note: the value is made before each call; all but the first are running timers that nobody disposes
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R717;

public sealed class Debouncer
{
    private readonly ConcurrentDictionary<string, Timer> _timers = new();
    private readonly ConcurrentDictionary<string, Lazy<Timer>> _timersFixed = new();

    public void Poke(string key, Action action)
    {
        var timer = _timers.GetOrAdd(key, new Timer(_ => action())); // BUG: A4
        timer.Change(500, Timeout.Infinite);
    }

    public void PokeFixed(string key, Action action)
    {
        var timer = _timersFixed.GetOrAdd(key, _ => new Lazy<Timer>(() => new Timer(__ => action()))).Value;
        timer.Change(500, Timeout.Infinite);
    }
}
