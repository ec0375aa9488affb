// source: own, after the description: one count before the loop, the loop walks the dictionary itself
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.C449;

public sealed class Shares
{
    private readonly ConcurrentDictionary<string, decimal> _owners = new();

    public void Join(string owner) => _owners.TryAdd(owner, 0);

    public void Pay(decimal sum)
    {
        var share = sum / _owners.Count;
        foreach (var owner in _owners)
            _owners.AddOrUpdate(owner.Key, share, (_, paid) => paid + share);
    }
}
