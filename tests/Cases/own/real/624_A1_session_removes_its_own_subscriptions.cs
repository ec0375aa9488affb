// source: Azure/Industrial-IoT issue #1333 (subscriber list handed to an API that changes it)
// class: A1
// note: the caller hands the session's own live view to a method of an interface that removes each; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R624;

public sealed record Subscription(uint Id);

public interface ISession
{
    IEnumerable<Subscription> Subscriptions { get; }
    bool RemoveSubscriptions(IEnumerable<Subscription> subscriptions);
}

public sealed class Session : ISession
{
    private readonly SortedDictionary<uint, Subscription> _subscriptions = new();

    public IEnumerable<Subscription> Subscriptions => _subscriptions.Values;

    public void Add(Subscription subscription) => _subscriptions[subscription.Id] = subscription;

    private bool Remove(Subscription subscription) => _subscriptions.Remove(subscription.Id);

    public bool RemoveSubscriptions(IEnumerable<Subscription> subscriptions)
    {
        var all = true;
        foreach (var subscription in subscriptions)
            all &= Remove(subscription);
        return all;
    }
}

public sealed class Publisher(ISession session)
{
    public void Reset() => session.RemoveSubscriptions(session.Subscriptions); // BUG: A1

    public void ResetFixed() => session.RemoveSubscriptions(session.Subscriptions.ToArray());
}
