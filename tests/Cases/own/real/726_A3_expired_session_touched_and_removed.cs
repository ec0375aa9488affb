// source: structure of session expiry with objects
// class: A3
// note: test in a local function, removal through the interface
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R726;

public sealed class Session
{
    public DateTime Seen { get; set; } = DateTime.UtcNow;
}

public sealed class SessionStore
{
    private readonly ConcurrentDictionary<Guid, Session> _sessions = new();

    public void Add(Guid id) => _sessions[id] = new Session();

    public void Expire(IEnumerable<Guid> candidates, TimeSpan age)
    {
        foreach (var id in candidates)
        {
            if (!_sessions.TryGetValue(id, out var session)) // MAY: A3
                continue;
            var isOld = DateTime.UtcNow - session.Seen > age;
            if (isOld) // MAY: A3
                _sessions.TryRemove(id, out _); // BUG: A3
        }
    }

    public void ExpireFixed(IEnumerable<Guid> candidates, TimeSpan age)
    {
        foreach (var id in candidates)
        {
            if (_sessions.TryGetValue(id, out var session) && DateTime.UtcNow - session.Seen > age)
                _sessions.TryRemove(KeyValuePair.Create(id, session));
        }
    }
}
