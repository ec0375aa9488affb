// source: structure of a peer directory that hands out its live values (README: return _map.Values from inside the lock)
// class: A5
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Corpus.Own.R510;

public sealed class PeerDirectory
{
    private readonly Lock _sync = new();
    private readonly Dictionary<string, int> _peers = new();

    public void Join(string peer, int weight)
    {
        lock (_sync)
            _peers[peer] = weight;
    }

    public void Leave(string peer)
    {
        using (_sync.EnterScope())
            _peers.Remove(peer);
    }

    public ICollection<string> Names
    {
        get
        {
            lock (_sync)
                return _peers.Keys; // BUG: A5
        }
    }

    public IEnumerable<string> Heavy()
    {
        lock (_sync)
        {
            return _peers.Where(pair => pair.Value > 10).Select(pair => pair.Key); // BUG: A5
        }
    }

    public IReadOnlyDictionary<string, int> All()
    {
        lock (_sync)
        {
            return _peers; // BUG: A5
        }
    }

    public IReadOnlyList<string> HeavyFixed()
    {
        lock (_sync)
        {
            return _peers.Where(pair => pair.Value > 10).Select(pair => pair.Key).ToList();
        }
    }

    public IReadOnlyDictionary<string, int> AllFixed()
    {
        lock (_sync)
        {
            return new Dictionary<string, int>(_peers);
        }
    }
}
