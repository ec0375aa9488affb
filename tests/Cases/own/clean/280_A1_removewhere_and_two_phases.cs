// source: own, after the description: RemoveWhere on a SortedSet and the two-phase repair side by side
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C280;

public sealed class OpenOrders
{
    private readonly SortedSet<int> _ids = new();
    private readonly SortedDictionary<int, decimal> _prices = new();

    public void Place(int id, decimal price)
    {
        _ids.Add(id);
        _prices[id] = price;
    }

    public int CancelAbove(decimal limit)
    {
        var cancelled = new List<int>();
        foreach (var (id, price) in _prices)
        {
            if (price > limit)
                cancelled.Add(id);
        }

        cancelled.ForEach(id => _prices.Remove(id));
        return _ids.RemoveWhere(id => !_prices.ContainsKey(id));
    }
}
