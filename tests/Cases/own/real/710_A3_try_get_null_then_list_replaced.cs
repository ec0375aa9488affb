// source: structure of listener registries with copy-on-write arrays
// class: A3
// note: copy on write into the entry: two listeners come at once, one is lost
using System;
using System.Collections.Concurrent;
using System.Linq;

namespace Corpus.Own.R710;

public sealed class Listeners
{
    private readonly ConcurrentDictionary<string, Action<string>[]> _byTopic = new();

    public void Subscribe(string topic, Action<string> listener)
    {
        _byTopic.TryGetValue(topic, out var before); // MAY: A3
        var after = before is null ? new[] { listener } : before.Append(listener).ToArray();
        _byTopic[topic] = after; // BUG: A3
    }

    public void SubscribeFixed(string topic, Action<string> listener) =>
        _byTopic.AddOrUpdate(topic, _ => new[] { listener }, (_, before) => before.Append(listener).ToArray());

    public void Publish(string topic, string text)
    {
        if (_byTopic.TryGetValue(topic, out var listeners))
        {
            foreach (var listener in listeners)
                listener(text);
        }
    }
}
