// source: own, after the description: the lambda of Aggregate writes the sorted dictionary that is being folded
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R119;

public sealed class Ledger
{
    private readonly SortedDictionary<int, decimal> _balances = new();

    public void Post(int account, decimal amount) => _balances[account] = amount;

    public decimal Accumulate()
    {
        return _balances.Aggregate(0m, (sum, entry) => // MAY: A1
        {
            var total = sum + entry.Value;
            _balances[entry.Key] = total; // BUG: A1
            return total;
        });
    }

    public decimal AccumulateFixed()
    {
        return _balances.ToArray().Aggregate(0m, (sum, entry) =>
        {
            var total = sum + entry.Value;
            _balances[entry.Key] = total;
            return total;
        });
    }
}
