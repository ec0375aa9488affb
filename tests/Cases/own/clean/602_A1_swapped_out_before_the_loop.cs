// source: idiom: the table is replaced by an empty one, then the old one is walked
// class: A1
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C602;

public sealed class Sessions : IDisposable
{
    private SortedDictionary<string, Session> _sessions = new();

    public Session Open(string id)
    {
        var session = new Session(this, id);
        _sessions[id] = session;
        return session;
    }

    internal void Forget(string id) => _sessions.Remove(id);

    public void Reset()
    {
        var old = _sessions;
        _sessions = new SortedDictionary<string, Session>();
        foreach (var session in old.Values)
            session.Dispose();
    }

    public void Dispose()
    {
        foreach (var session in Interlocked.Exchange(ref _sessions, new SortedDictionary<string, Session>()).Values)
            session.Dispose();
    }
}

public sealed class Session(Sessions owner, string id) : IDisposable
{
    public void Dispose() => owner.Forget(id);
}
