// source: structure of a connection manager whose Stop does what Dispose would
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R517;

public sealed class ConnectionManager
{
    private readonly object _sync = new();
    private readonly Dictionary<string, object> _connections = new();
    private bool _stopped;

    public void OnConnected(string id, object connection)
    {
        lock (_sync)
        {
            if (!_stopped)
                _connections[id] = connection;
        }
    }

    public void OnDisconnected(string id)
    {
        lock (_sync)
            _connections.Remove(id);
    }

    public void Stop()
    {
        _stopped = true;
        foreach (var id in _connections.Keys) // BUG: A5
            System.Console.WriteLine(id);
        _connections.Clear(); // BUG: A5
    }

    public void StopFixed()
    {
        lock (_sync)
        {
            _stopped = true;
            foreach (var id in _connections.Keys)
                System.Console.WriteLine(id);
            _connections.Clear();
        }
    }
}
