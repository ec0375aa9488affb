// source: structure of services that expose IReadOnlyDictionary
// class: A4
// note: a property typed by IReadOnlyDictionary over the field; ToList on it
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R728;

public sealed class Feeds
{
    private readonly ConcurrentDictionary<string, decimal> _prices = new();

    public IReadOnlyDictionary<string, decimal> Prices => _prices;

    public void OnTick(string symbol, decimal price) => _prices[symbol] = price;

    public List<KeyValuePair<string, decimal>> Snapshot() => Prices.ToList(); // BUG: A4

    public List<KeyValuePair<string, decimal>> SnapshotFixed() => _prices.ToArray().ToList();
}
