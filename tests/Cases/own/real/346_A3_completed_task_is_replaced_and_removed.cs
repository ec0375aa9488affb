// source: own, after the description: a running refresh that has ended is removed, though a newer one may stand in its place
// class: A3
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R346;

public sealed class RefreshTable
{
    private readonly ConcurrentDictionary<string, Task> _running = new();

    public void Begin(string name, Task refresh) => _running[name] = refresh;

    public bool IsRunning(string name) => _running.ContainsKey(name);

    public void Reap(string name)
    {
        if (!_running.TryGetValue(name, out var refresh)) // MAY: A3
            return;
        if (!refresh.IsCompleted) // MAY: A3
            return;
        _running.TryRemove(name, out _); // BUG: A3
    }

    public void ReapFixed(string name)
    {
        if (_running.TryGetValue(name, out var refresh) && refresh.IsCompleted)
            _running.TryRemove(KeyValuePair.Create(name, refresh));
    }
}
