// source: own, after the description: a builder method fills a local table, which is assigned to the field at the end
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C428;

public sealed class PriceTable
{
    private ConcurrentDictionary<string, decimal> _prices = new();

    public decimal? Of(string article) => _prices.TryGetValue(article, out var price) ? price : null;

    public void Load(IEnumerable<(string Article, decimal Price)> rows)
    {
        var prices = new ConcurrentDictionary<string, decimal>();
        foreach (var (article, price) in rows)
        {
            if (!prices.TryGetValue(article, out var best) || price < best)
                prices[article] = price;
        }

        Volatile.Write(ref _prices, prices);
    }
}
