// source: own, after the description: the set of a user's connections is looked up by TryGetValue and changed through the out variable
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R374;

public sealed class UserConnections
{
    private readonly ConcurrentDictionary<string, HashSet<string>> _connections = new();

    public void Connect(string user, string connection)
    {
        var connections = _connections.GetOrAdd(user, static _ => new HashSet<string>());
        connections.Add(connection); // BUG: A4
    }

    public void Disconnect(string user, string connection)
    {
        if (_connections.TryGetValue(user, out var connections))
            connections.Remove(connection); // BUG: A4
    }

    public void ConnectFixed(string user, string connection)
    {
        var connections = _connections.GetOrAdd(user, static _ => new HashSet<string>());
        lock (connections)
            connections.Add(connection);
    }
}
