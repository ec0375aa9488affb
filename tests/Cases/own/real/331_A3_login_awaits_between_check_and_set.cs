// source: own, after the description: check, two awaits, and the indexer at the end of the method
// class: A3
using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Corpus.Own.R331;

public sealed class Ticket
{
    public Guid Id { get; } = Guid.NewGuid();
}

public sealed class TicketOffice(Func<string, Task> audit)
{
    private readonly ConcurrentDictionary<string, Ticket> _tickets = new();

    public async Task<Ticket> IssueAsync(string user)
    {
        if (_tickets.TryGetValue(user, out var ticket)) // MAY: A3
            return ticket;

        await Task.Yield();
        ticket = new Ticket();
        await audit(user);
        _tickets[user] = ticket; // BUG: A3
        return ticket;
    }

    public async Task<Ticket> IssueFixedAsync(string user)
    {
        if (_tickets.TryGetValue(user, out var ticket))
            return ticket;

        await audit(user);
        return _tickets.GetOrAdd(user, new Ticket());
    }
}
