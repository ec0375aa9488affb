// source: own, after the description: List.ForEach with a lambda that removes from the same list
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R116;

public sealed class OneShotBus
{
    private readonly List<(string Topic, Action<string> Handler, bool Once)> _handlers = new();

    public int Count => _handlers.Count;

    public void On(string topic, Action<string> handler, bool once = false) => _handlers.Add((topic, handler, once));

    public void Publish(string topic, string payload)
    {
        _handlers.ForEach(entry => // MAY: A1
        {
            if (entry.Topic != topic)
                return;
            entry.Handler(payload);
            if (entry.Once)
                _handlers.Remove(entry); // BUG: A1
        });
    }

    public void PublishFixed(string topic, string payload)
    {
        _handlers.ToList().ForEach(entry =>
        {
            if (entry.Topic != topic)
                return;
            entry.Handler(payload);
            if (entry.Once)
                _handlers.Remove(entry);
        });
    }
}
