// source: structure of actors without a framework (an interlocked flag lets one thread drain)
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C903;

public sealed class Ledger
{
    private readonly ConcurrentQueue<(string Account, decimal Amount)> _mailbox = new();
    private readonly Dictionary<string, decimal> _balances = new();
    private int _draining;

    public void Post(string account, decimal amount)
    {
        _mailbox.Enqueue((account, amount));
        if (Interlocked.CompareExchange(ref _draining, 1, 0) == 0)
            ThreadPool.QueueUserWorkItem(_ => Drain());
    }

    private void Drain()
    {
        do
        {
            while (_mailbox.TryDequeue(out var entry))
            {
                _balances.TryGetValue(entry.Account, out var balance);
                _balances[entry.Account] = balance + entry.Amount;
            }

            Volatile.Write(ref _draining, 0);
        }
        while (!_mailbox.IsEmpty && Interlocked.CompareExchange(ref _draining, 1, 0) == 0);
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<Ledger>();
}
