// source: own, after the description: Reverse buffers, the callbacks may take themselves out
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C212;

public sealed class TeardownStack
{
    private readonly SortedDictionary<int, Action> _steps = new();

    public int Push(Action step)
    {
        var id = _steps.Count + 1;
        _steps.Add(id, step);
        return id;
    }

    public void Cancel(int id) => _steps.Remove(id);

    public void Run()
    {
        foreach (var (id, step) in _steps.Reverse())
        {
            step();
            Cancel(id);
        }
    }
}
