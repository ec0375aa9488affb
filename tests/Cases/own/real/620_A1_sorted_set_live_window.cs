// source: structure of timer wheels over SortedSet.GetViewBetween
// class: A1
// note: GetViewBetween is a live view
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R620;

public sealed class Deadlines
{
    private readonly SortedSet<long> _due = new();

    public void Add(long at) => _due.Add(at);

    public int Fire(long now)
    {
        var fired = 0;
        foreach (var at in _due.GetViewBetween(0, now)) // MAY: A1
        {
            if (_due.Remove(at)) // BUG: A1
                fired++;
        }

        return fired;
    }

    public int FireFixed(long now)
    {
        var fired = 0;
        foreach (var at in _due.GetViewBetween(0, now).ToArray())
        {
            if (_due.Remove(at))
                fired++;
        }

        return fired;
    }
}
