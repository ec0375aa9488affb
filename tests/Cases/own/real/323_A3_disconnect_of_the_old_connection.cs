// source: own, after the description: a client reconnects while the handler of its old connection cleans up
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R323;

public sealed class Connection(string user)
{
    public string User { get; } = user;
}

public sealed class Presence
{
    private readonly ConcurrentDictionary<string, Connection> _online = new();

    public void Connected(Connection connection) => _online[connection.User] = connection;

    public bool IsOnline(string user) => _online.ContainsKey(user);

    public void Disconnected(Connection connection)
    {
        if (_online.TryGetValue(connection.User, out var current) && current == connection) // MAY: A3
            _online.TryRemove(connection.User, out _); // BUG: A3
    }

    public void DisconnectedFixed(Connection connection) =>
        _online.TryRemove(new KeyValuePair<string, Connection>(connection.User, connection));
}
