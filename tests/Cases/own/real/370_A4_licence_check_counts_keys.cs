// source: DuendeSoftware/products issue #1526
// class: A4
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R370;

public sealed class LicenceCheck(int limit, Action warn)
{
    private readonly ConcurrentDictionary<string, byte> _clients = new();
    private readonly ConcurrentDictionary<string, byte> _clientsFixed = new();
    private int _seen;

    public void Validate(string client)
    {
        _clients.TryAdd(client, 0);
        if (_clients.Keys.Count > limit) // BUG: A4
            warn();
    }

    public void ValidateFixed(string client)
    {
        if (_clientsFixed.TryAdd(client, 0) && System.Threading.Interlocked.Increment(ref _seen) > limit)
            warn();
    }
}
