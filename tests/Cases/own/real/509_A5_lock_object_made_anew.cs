// source: structure of a session table whose reset replaces its lock (README: a lock on a field that is reassigned)
// class: A5
// note: the writers use the second lock, which is stable; the reader one that is replaced
using System.Collections.Generic;

namespace Corpus.Own.R509;

public sealed class SessionTable
{
    private readonly object _writers = new();
    private object _readers = new();
    private readonly Dictionary<string, int> _sessions = new();

    public void Touch(string id)
    {
        lock (_writers)
            _sessions[id] = 1;
    }

    public void Drop(string id)
    {
        lock (_writers)
            _sessions.Remove(id);
    }

    public bool Has(string id)
    {
        lock (_readers)
            return _sessions.ContainsKey(id); // BUG: A5
    }

    public bool HasFixed(string id)
    {
        lock (_writers)
            return _sessions.ContainsKey(id);
    }

    public void Reset()
    {
        _readers = new object();
    }
}
