// source: own, after the description: the stale keys are selected first and removed in a second loop, while others renew them
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R344;

public sealed record Visit(long LastSeen);

public sealed class Visitors
{
    private readonly ConcurrentDictionary<string, Visit> _visits = new();

    public void Seen(string visitor, long now) => _visits[visitor] = new Visit(now);

    public bool Knows(string visitor) => _visits.ContainsKey(visitor);

    public void Forget(long before)
    {
        var stale = _visits.Where(visit => visit.Value.LastSeen < before).Select(visit => visit.Key).ToList(); // MAY: A3
        foreach (var visitor in stale)
            _visits.TryRemove(visitor, out _); // BUG: A3
    }

    public void ForgetFixed(long before)
    {
        foreach (var visit in _visits)
        {
            if (visit.Value.LastSeen < before)
                _visits.TryRemove(visit);
        }
    }
}
