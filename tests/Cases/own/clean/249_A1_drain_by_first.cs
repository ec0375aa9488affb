// source: own, after the description: a while loop takes the first entry and removes it, without an enumeration that is kept
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C249;

public sealed class Frontier
{
    private readonly SortedDictionary<double, string> _open = new();

    public void Push(double cost, string node) => _open[cost] = node;

    public List<string> Walk(int limit)
    {
        var order = new List<string>();
        while (_open.Count > 0)
        {
            var (cost, node) = _open.First();
            _open.Remove(cost);
            order.Add(node);
            if (order.Count < limit)
                Push(cost + 1, node + "'");
        }

        return order;
    }
}
