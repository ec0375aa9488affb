// source: own, after the description: the set's own element is added again
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C223;

public sealed class DirtyTracker
{
    private readonly HashSet<string> _dirty = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public void Mark(string path) => _dirty.Add(path);

    public int Revisit()
    {
        var again = 0;
        foreach (var path in _dirty)
        {
            if (!_seen.Add(path))
                again++;
            _dirty.Add(path);
        }

        return again;
    }
}
