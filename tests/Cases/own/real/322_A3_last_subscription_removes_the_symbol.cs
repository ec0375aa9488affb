// source: QuantConnect/Lean PR #1431 (SubscriptionCollection.TryRemove)
// class: A3
// note: compare-and-delete is no help here, the inner table is the same object; the fixed half keeps the empty one
using System.Collections.Concurrent;

namespace Corpus.Own.R322;

public sealed class Subscriptions
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<int, string>> _bySymbol = new();

    public void Add(string symbol, int id, string feed) =>
        _bySymbol.GetOrAdd(symbol, static _ => new ConcurrentDictionary<int, string>()).TryAdd(id, feed);

    public bool Has(string symbol, int id) => _bySymbol.TryGetValue(symbol, out var feeds) && feeds.ContainsKey(id);

    public bool Remove(string symbol, int id)
    {
        if (!_bySymbol.TryGetValue(symbol, out var feeds) || !feeds.TryRemove(id, out _)) // MAY: A3
            return false;

        if (feeds.IsEmpty) // MAY: A3
            _bySymbol.TryRemove(symbol, out _); // BUG: A3
        return true;
    }

    public bool RemoveFixed(string symbol, int id) => _bySymbol.TryGetValue(symbol, out var feeds) && feeds.TryRemove(id, out _);
}
