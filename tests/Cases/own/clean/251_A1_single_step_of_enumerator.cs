// source: own, after the description: an explicit enumerator takes one step only
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C251;

public sealed class IdleConnections
{
    private readonly SortedDictionary<long, string> _idle = new();

    public void Return(long lastUsed, string connection) => _idle[lastUsed] = connection;

    public string? Rent()
    {
        using var e = _idle.GetEnumerator();
        if (!e.MoveNext())
            return null;
        var (lastUsed, connection) = e.Current;
        _idle.Remove(lastUsed);
        return connection;
    }
}
