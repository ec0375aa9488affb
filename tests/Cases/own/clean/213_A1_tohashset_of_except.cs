// source: own, after the description: Except is materialised by ToHashSet before the body removes
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C213;

public sealed class SubscriptionList
{
    private readonly SortedDictionary<string, int> _subscribers = new();

    public void Add(string name) => _subscribers[name] = 0;

    private void Drop(string name) => _subscribers.Remove(name);

    public int Sync(IEnumerable<string> wanted)
    {
        var gone = _subscribers.Keys.Except(wanted).ToHashSet();
        foreach (var name in gone)
            Drop(name);
        return gone.Count;
    }
}
