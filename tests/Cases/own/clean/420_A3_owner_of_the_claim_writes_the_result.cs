// source: own, after the description: only the one whose TryAdd succeeded writes the key afterwards
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C420;

public sealed class Jobs
{
    private readonly ConcurrentDictionary<string, string> _states = new();

    public bool Run(string id, Func<string> work)
    {
        if (!_states.TryAdd(id, "running"))
            return false;
        _states[id] = work();
        return true;
    }

    public string? StateOf(string id) => _states.TryGetValue(id, out var state) ? state : null;
}
