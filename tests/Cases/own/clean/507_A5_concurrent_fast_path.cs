// source: structure of a client factory (the lock is for the creation, the dictionary is concurrent)
// class: A5
using System.Collections.Concurrent;

namespace Corpus.Own.C507;

public sealed class ClientFactory
{
    private readonly object _creation = new();
    private readonly ConcurrentDictionary<string, object> _clients = new();

    public object Get(string name)
    {
        if (_clients.TryGetValue(name, out var client))
            return client;
        lock (_creation)
        {
            return _clients.GetOrAdd(name, static _ => new object());
        }
    }

    public int Count => _clients.Count;
}
