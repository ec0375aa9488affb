// source: own, after the description: a property returns the live Values view; another class closes the entries while it walks the view
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R110;

public sealed class Connection
{
    public Connection(int id) => Id = id;
    public int Id { get; }
    public bool Broken { get; set; }
}

public sealed class ConnectionPool
{
    private readonly SortedDictionary<int, Connection> _open = new();

    public IReadOnlyCollection<Connection> Open => _open.Values;

    public IReadOnlyCollection<Connection> Snapshot => _open.Values.ToArray();

    public void Add(Connection connection) => _open[connection.Id] = connection;

    public bool Close(int id) => _open.Remove(id);
}

public sealed class PoolJanitor
{
    private readonly ConnectionPool _pool;

    public PoolJanitor(ConnectionPool pool) => _pool = pool;

    public void Prune()
    {
        foreach (var connection in _pool.Open) // MAY: A1
        {
            if (connection.Broken)
                _pool.Close(connection.Id); // BUG: A1
        }
    }

    public void PruneFixed()
    {
        foreach (var connection in _pool.Snapshot)
        {
            if (connection.Broken)
                _pool.Close(connection.Id);
        }
    }
}
