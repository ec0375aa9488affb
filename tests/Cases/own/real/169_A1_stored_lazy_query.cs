// source: own, after the description: a lazy query is stored in a local and looks like a list
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R169;

public sealed class JobHistory
{
    private readonly SortedDictionary<Guid, DateTime> _finished = new();

    public void Finish(Guid id, DateTime at) => _finished[id] = at;

    public int Prune(DateTime limit)
    {
        var removed = 0;
        var old = _finished.Where(j => j.Value < limit).Select(j => j.Key); // MAY: A1
        foreach (var id in old) // MAY: A1
        {
            if (_finished.Remove(id)) // BUG: A1
                removed++;
        }

        return removed;
    }

    public int PruneFixed(DateTime limit)
    {
        var removed = 0;
        var old = _finished.Where(j => j.Value < limit).Select(j => j.Key).ToList();
        foreach (var id in old)
        {
            if (_finished.Remove(id))
                removed++;
        }

        return removed;
    }
}
