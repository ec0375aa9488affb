// source: structure of jonsequitur/Clockwise virtual clock (PR #13)
// class: A1
// note: the callback is a lambda that the same type stores in the list and that schedules itself again
using System;
using System.Collections.Generic;

namespace Corpus.Own.R604;

public sealed class VirtualClock
{
    private readonly SortedList<long, Action> _schedule = new();

    public long Now { get; private set; }

    public void At(long due, Action work) => _schedule[due] = work;

    public void Every(long period, Action work) => At(Now + period, () =>
    {
        work();
        Every(period, work);
    });

    public void AdvanceTo(long time)
    {
        foreach (var (due, work) in _schedule) // MAY: A1
        {
            if (due > time)
                break;
            Now = due;
            work(); // BUG: A1
        }

        Now = time;
    }

    public void AdvanceToFixed(long time)
    {
        while (_schedule.Count > 0 && _schedule.Keys[0] <= time)
        {
            Now = _schedule.Keys[0];
            var work = _schedule.Values[0];
            _schedule.RemoveAt(0);
            work();
        }

        Now = time;
    }
}
