// source: own, after the description: a tuple assignment takes the set out before it is walked
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C238;

public sealed class InvalidationBatch
{
    private HashSet<string> _pending = new(StringComparer.Ordinal);

    public void Invalidate(string key) => _pending.Add(key);

    public int Flush(Func<string, string?> dependent)
    {
        var flushed = 0;
        (var batch, _pending) = (_pending, new HashSet<string>(StringComparer.Ordinal));
        foreach (var key in batch)
        {
            flushed++;
            if (dependent(key) is { } next)
                Invalidate(next);
        }

        return flushed;
    }
}
