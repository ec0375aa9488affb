// source: structure of peers tables (an iterator method walks the table while others change it)
// class: A5
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R933;

public sealed class PeerTable
{
    private readonly object _peersLock = new();
    private readonly SortedDictionary<string, int> _peers = new();

    public void Seen(string peer)
    {
        lock (_peersLock)
        {
            if (_peers.ContainsKey(peer))
                _peers[peer]++;
            else
                _peers.Add(peer, 1);
        }
    }

    public IEnumerable<string> Best(int least)
    {
        foreach (var (peer, seen) in _peers) // BUG: A5
        {
            if (seen >= least)
                yield return peer;
        }
    }

    public IEnumerable<string> BestFixed(int least)
    {
        KeyValuePair<string, int>[] copy;
        lock (_peersLock)
            copy = _peers.ToArray();
        foreach (var (peer, seen) in copy)
        {
            if (seen >= least)
                yield return peer;
        }
    }
}
