// source: own, after the description: direct remove on a SortedList while its Keys are enumerated
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.R102;

public sealed class DueList
{
    private readonly SortedList<DateTime, string> _due = new();

    public int Count => _due.Count;

    public void Plan(DateTime at, string job) => _due.Add(at, job);

    public void DropUntil(DateTime now)
    {
        foreach (var at in _due.Keys) // MAY: A1
        {
            if (at <= now)
                _due.Remove(at); // BUG: A1
        }
    }

    public void DropUntilFixed(DateTime now)
    {
        while (_due.Count > 0 && _due.GetKeyAtIndex(0) <= now)
            _due.RemoveAt(0);
    }
}
