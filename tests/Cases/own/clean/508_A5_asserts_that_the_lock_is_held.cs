// source: structure of a scheduler whose internal methods assert the caller's lock
// class: A5
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Own.C508;

public sealed class Scheduler
{
    private readonly object _lock = new();
    private readonly Dictionary<int, string> _tasks = new();

    public void Add(int id, string name)
    {
        lock (_lock)
        {
            _tasks[id] = name;
            Trim();
        }
    }

    public bool Remove(int id)
    {
        lock (_lock)
            return _tasks.Remove(id);
    }

    internal void Trim()
    {
        Debug.Assert(Monitor.IsEntered(_lock));
        if (_tasks.Count > 100)
            _tasks.Clear();
    }

    internal bool ContainsNoLock(int id) => _tasks.ContainsKey(id);
}
