// source: structure of connection pools (private helper, one caller forgets)
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R924;

public sealed class ConnectionPool
{
    private readonly object _gate = new();
    private readonly Dictionary<int, string> _open = new();
    private int _next;

    public int Open(string name)
    {
        lock (_gate)
        {
            var id = ++_next;
            _open.Add(id, name);
            return id;
        }
    }

    public void Close(int id)
    {
        lock (_gate)
            Forget(id);
    }

    public void OnConnectionLost(int id)
    {
        if (id > 0)
            Forget(id); // MAY: A5
    }

    private void Forget(int id)
    {
        _open.Remove(id); // BUG: A5
    }
}

public sealed class ConnectionPoolFixed
{
    private readonly object _gate = new();
    private readonly Dictionary<int, string> _open = new();

    public void Open(int id, string name)
    {
        lock (_gate)
            _open.Add(id, name);
    }

    public void Close(int id)
    {
        lock (_gate)
            Forget(id);
    }

    public void OnConnectionLost(int id)
    {
        lock (_gate)
        {
            if (id > 0)
                Forget(id);
        }
    }

    private void Forget(int id) => _open.Remove(id);
}
