// source: own, after the description: callers only post into a queue; the loop that empties it has the table alone
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Corpus.Own.C451;

public sealed class Ledger
{
    private readonly Channel<(string Account, decimal Amount)> _inbox = Channel.CreateUnbounded<(string, decimal)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Dictionary<string, decimal> _balances = new();

    public void Post(string account, decimal amount) => _inbox.Writer.TryWrite((account, amount));

    public async Task RunAsync(CancellationToken token)
    {
        await foreach (var (account, amount) in _inbox.Reader.ReadAllAsync(token))
        {
            Book(account, amount);
            _log.Enqueue(account);
        }
    }

    private void Book(string account, decimal amount)
    {
        _balances.TryGetValue(account, out var balance);
        _balances[account] = balance + amount;
    }
}
