// source: own, after the description: Monitor on the concurrent dictionary around a sum that others change meanwhile
// class: A4
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R380;

public sealed class Accounts
{
    private readonly ConcurrentDictionary<int, decimal> _balances = new();
    private readonly ConcurrentDictionary<int, decimal> _balancesFixed = new();
    private readonly object _gate = new();

    public void Set(int account, decimal balance) => _balances[account] = balance;

    public decimal Total()
    {
        var total = 0m;
        Monitor.Enter(_balances); // BUG: A4
        try
        {
            foreach (var balance in _balances)
                total += balance.Value;
        }
        finally
        {
            Monitor.Exit(_balances); // MAY: A4
        }

        return total;
    }

    public void SetFixed(int account, decimal balance)
    {
        lock (_gate)
            _balancesFixed[account] = balance;
    }

    public decimal TotalFixed()
    {
        lock (_gate)
        {
            var total = 0m;
            foreach (var balance in _balancesFixed)
                total += balance.Value;
            return total;
        }
    }
}
