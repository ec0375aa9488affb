// source: own, after the description: a ConcurrentDictionary may be changed while it is enumerated
// class: A1
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C227;

public sealed class PeerTable
{
    private readonly ConcurrentDictionary<string, int> _peers = new(StringComparer.Ordinal);

    public void Add(string peer) => _peers[peer] = 0;

    public void Rebalance()
    {
        foreach (var pair in _peers)
        {
            if (pair.Key.StartsWith("old-", StringComparison.Ordinal))
                _peers.TryRemove(pair.Key, out _);
            else if (!pair.Key.StartsWith("backup-", StringComparison.Ordinal))
                _peers.TryAdd("backup-" + pair.Key, 1);
        }
    }
}
