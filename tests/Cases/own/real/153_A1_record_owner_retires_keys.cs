// source: own, after the description: a positional record holds the sorted dictionary as its property
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R153;

public sealed record KeyRing(SortedDictionary<int, DateTime> Keys)
{
    public int Retire(DateTime before)
    {
        var retired = 0;
        foreach (var (id, created) in Keys) // MAY: A1
        {
            if (created >= before)
                continue;
            retired += Keys.Remove(id) ? 1 : 0; // BUG: A1
        }

        return retired;
    }

    public int RetireFixed(DateTime before)
    {
        var old = Keys.Where(k => k.Value < before).Select(k => k.Key).ToArray();
        foreach (var id in old)
            Keys.Remove(id);
        return old.Length;
    }
}
