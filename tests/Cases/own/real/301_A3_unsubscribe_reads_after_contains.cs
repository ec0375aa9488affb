// source: Particular/NServiceBus issue #1674
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R301;

public sealed class SubscriptionStore
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> _subscribers = new();

    public void Subscribe(string message, string address) =>
        _subscribers.GetOrAdd(message, static _ => new ConcurrentDictionary<string, byte>()).TryAdd(address, 0);

    public void Forget(string message) => _subscribers.TryRemove(message, out _);

    public void Unsubscribe(string message, string address)
    {
        if (_subscribers.ContainsKey(message)) // MAY: A3
            _subscribers[message].TryRemove(address, out _); // BUG: A3
    }

    public void UnsubscribeFixed(string message, string address)
    {
        if (_subscribers.TryGetValue(message, out var addresses))
            addresses.TryRemove(address, out _);
    }
}
