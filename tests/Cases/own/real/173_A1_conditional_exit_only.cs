// source: own, after the description: a break guards only one of the two paths after the removal
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.R173;

public sealed class StockLots
{
    private readonly SortedDictionary<int, int> _lots = new();

    public void Receive(int lot, int quantity) => _lots[lot] = quantity;

    public bool Take(int wanted)
    {
        foreach (var (lot, quantity) in _lots) // MAY: A1
        {
            if (quantity > wanted)
            {
                _lots[lot] = quantity - wanted;
                return true;
            }

            _lots.Remove(lot); // BUG: A1
            wanted -= quantity;
            if (wanted == 0)
                break;
        }

        return wanted == 0;
    }

    public bool TakeFixed(int wanted)
    {
        var used = new List<int>();
        foreach (var (lot, quantity) in _lots)
        {
            if (quantity > wanted)
            {
                _lots[lot] = quantity - wanted;
                wanted = 0;
                break;
            }

            used.Add(lot);
            wanted -= quantity;
            if (wanted == 0)
                break;
        }

        foreach (var lot in used)
            _lots.Remove(lot);
        return wanted == 0;
    }
}
