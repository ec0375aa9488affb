// source: own, after the description: a snapshot by a collection expression
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C210;

public interface ISession
{
    void Shutdown();
}

public sealed class SessionHub
{
    private readonly SortedDictionary<int, ISession> _sessions = new();

    public void Join(int id, ISession session) => _sessions[id] = session;

    public void Leave(int id) => _sessions.Remove(id);

    public void Stop()
    {
        ISession[] all = [.. _sessions.Values];
        foreach (var session in all)
            session.Shutdown();
    }
}

public sealed class Session : ISession
{
    private readonly SessionHub _hub;
    private readonly int _id;

    public Session(SessionHub hub, int id)
    {
        _hub = hub;
        _id = id;
    }

    public void Shutdown() => _hub.Leave(_id);
}
