// source: own, after the description: an index loop from the end over a sorted list
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C250;

public sealed class EventLog
{
    private readonly SortedList<DateTime, string> _events = new();

    public void Add(DateTime at, string text) => _events[at] = text;

    public void DropEmpty()
    {
        for (var i = _events.Count - 1; i >= 0; i--)
        {
            if (_events.Values[i].Length == 0)
                _events.RemoveAt(i);
        }
    }
}
