// source: own, after the description: the own key is overwritten through pair.Key and through a local copy of it
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C218;

public sealed class InterestRun
{
    private readonly Dictionary<int, decimal> _accounts = new();

    public void Open(int account, decimal balance) => _accounts.Add(account, balance);

    public void Apply(decimal rate)
    {
        foreach (var pair in _accounts)
            _accounts[pair.Key] = pair.Value * (1 + rate);

        foreach (var pair in _accounts)
        {
            var account = pair.Key;
            var balance = decimal.Round(pair.Value, 2);
            if (balance != pair.Value)
                _accounts[account] = balance;
        }
    }
}
