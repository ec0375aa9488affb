// source: own, after the description: the map is swapped for a new one before the callbacks run over the old one
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C237;

public sealed class TimerQueue
{
    private SortedDictionary<int, Action<TimerQueue>> _timers = new();
    private int _next;

    public int Schedule(Action<TimerQueue> callback)
    {
        _timers.Add(++_next, callback);
        return _next;
    }

    public void Fire()
    {
        var due = _timers;
        _timers = new SortedDictionary<int, Action<TimerQueue>>();
        foreach (var callback in due.Values)
        {
            callback(this);
            Schedule(callback);
        }
    }
}
