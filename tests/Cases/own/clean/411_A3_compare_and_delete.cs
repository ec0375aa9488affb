// source: own, after the description: what was tested is what is removed
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C411;

public sealed class Connection(string user)
{
    public string User { get; } = user;

    public bool IsDead { get; set; }
}

public sealed class Connections
{
    private readonly ConcurrentDictionary<string, Connection> _open = new();

    public void Open(Connection connection) => _open[connection.User] = connection;

    public bool Drop(string user) =>
        _open.TryGetValue(user, out var connection) && connection.IsDead && _open.TryRemove(KeyValuePair.Create(user, connection));

    public void DropAll()
    {
        foreach (var entry in _open)
        {
            if (entry.Value.IsDead)
                _open.TryRemove(entry);
        }
    }
}
