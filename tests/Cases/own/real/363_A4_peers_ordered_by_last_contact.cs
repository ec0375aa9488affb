// source: stratisproject/StratisBitcoinFullNode PR #1664, QuantConnect/Lean PR #6105
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R363;

public sealed record Peer(string Address, long LastSeen);

public sealed class PeerBook
{
    private readonly ConcurrentDictionary<string, Peer> _peers = new();

    public void Seen(Peer peer) => _peers[peer.Address] = peer;

    public void Ban(string address) => _peers.TryRemove(address, out _);

    public List<Peer> Save() => _peers.OrderByDescending(peer => peer.Value.LastSeen).Select(peer => peer.Value).ToList(); // BUG: A4

    public List<Peer> SaveFixed() => _peers.Select(peer => peer.Value).OrderByDescending(peer => peer.LastSeen).ToList();
}
