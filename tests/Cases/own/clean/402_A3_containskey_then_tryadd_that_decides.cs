// source: own, after the description: the check only saves the work, the result of TryAdd decides
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C402;

public sealed class Once(Action<string> run)
{
    private readonly ConcurrentDictionary<string, DateTime> _done = new();

    public bool Run(string name)
    {
        if (_done.ContainsKey(name))
            return false;
        if (!_done.TryAdd(name, DateTime.UtcNow))
            return false;
        run(name);
        return true;
    }
}
