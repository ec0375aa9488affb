// source: structure of a scheduler that is split into partial classes
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.R515;

public sealed partial class JobTable
{
    private readonly object _lock = new();
    private readonly SortedDictionary<DateTime, string> _jobs = new();

    public void Add(DateTime due, string job)
    {
        lock (_lock)
            _jobs[due] = job;
    }

    public bool Remove(DateTime due)
    {
        lock (_lock)
            return _jobs.Remove(due);
    }
}

public sealed partial class JobTable
{
    public DateTime? NextDue()
    {
        foreach (var pair in _jobs) // BUG: A5
            return pair.Key;
        return null;
    }

    public DateTime? NextDueFixed()
    {
        lock (_lock)
        {
            foreach (var pair in _jobs)
                return pair.Key;
            return null;
        }
    }
}
