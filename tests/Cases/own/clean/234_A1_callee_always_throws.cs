// source: own, after the description: the callee removes and always throws, so the loop takes no further step
// class: A1
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Corpus.Own.C234;

public sealed class Supervisor
{
    private readonly SortedDictionary<string, bool> _workers = new(StringComparer.Ordinal);

    public void Report(string worker, bool healthy) => _workers[worker] = healthy;

    [DoesNotReturn]
    private void Escalate(string worker)
    {
        _workers.Remove(worker);
        throw new ApplicationException(worker + " is down");
    }

    public void Check()
    {
        foreach (var (worker, healthy) in _workers)
        {
            if (!healthy)
                Escalate(worker);
        }
    }
}
