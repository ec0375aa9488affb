// source: own, after the description: the table is built before the loop, and the loop only reads it
// class: A2
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.C492;

public static class Lookups
{
    public static int Sum(IReadOnlyDictionary<string, int> prices, string[] order)
    {
        var byName = prices.ToDictionary(price => price.Key, price => price.Value);
        byName["gift"] = 0;
        var sums = new int[order.Length];
        Parallel.For(0, order.Length, i => sums[i] = byName.GetValueOrDefault(order[i]));
        return sums.Sum();
    }
}
