// source: own, after the description: a thread of the pool fills the table that callers read
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R428;

public sealed class PriceFeed
{
    private readonly Dictionary<string, decimal> _prices = new(); // MAY: A2
    private readonly ConcurrentDictionary<string, decimal> _pricesFixed = new();
    private readonly BlockingCollection<(string Name, decimal Price)> _incoming = new();

    public PriceFeed()
    {
        Task.Run(Receive);
    }

    public void Post(string name, decimal price) => _incoming.Add((name, price));

    public decimal? Last(string name) => _prices.TryGetValue(name, out var price) ? price : null; // MAY: A2

    public decimal? LastFixed(string name) => _pricesFixed.TryGetValue(name, out var price) ? price : null;

    private void Receive()
    {
        foreach (var (name, price) in _incoming.GetConsumingEnumerable())
        {
            _prices[name] = price; // BUG: A2
            _pricesFixed[name] = price;
        }
    }
}
