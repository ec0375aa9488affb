// source: own, after the description: the dictionary is a parameter of the primary constructor, and so shared with the caller
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R336;

public sealed class Account(decimal balance)
{
    public decimal Balance { get; } = balance;
}

public sealed class Bank(ConcurrentDictionary<int, Account> accounts)
{
    public decimal BalanceOf(int number) => accounts.TryGetValue(number, out var account) ? account.Balance : 0;

    public void Deposit(int number, decimal amount)
    {
        if (accounts.TryGetValue(number, out var account)) // MAY: A3
        {
            var after = new Account(account.Balance + amount);
            accounts[number] = after; // BUG: A3
        }
    }

    public void DepositFixed(int number, decimal amount)
    {
        while (accounts.TryGetValue(number, out var account))
        {
            if (accounts.TryUpdate(number, new Account(account.Balance + amount), account))
                return;
        }
    }
}
