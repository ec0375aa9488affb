// source: structure of an event hub whose subscriptions are nested disposables
// class: A5
// note: the Dispose is the subscription's, not the hub's
using System;
using System.Collections.Generic;

namespace Corpus.Own.R513;

public sealed class EventHub
{
    private readonly object _sync = new();
    private readonly Dictionary<int, Action<string>> _handlers = new();
    private int _next;

    public IDisposable Subscribe(Action<string> handler)
    {
        lock (_sync)
        {
            var id = ++_next;
            _handlers.Add(id, handler);
            return new Subscription(this, id);
        }
    }

    public void Publish(string text)
    {
        Action<string>[] handlers;
        lock (_sync)
        {
            handlers = new Action<string>[_handlers.Count];
            _handlers.Values.CopyTo(handlers, 0);
        }

        foreach (var handler in handlers)
            handler(text);
    }

    private sealed class Subscription(EventHub hub, int id) : IDisposable
    {
        public void Dispose()
        {
            hub._handlers.Remove(id); // BUG: A5
        }
    }

    private sealed class SubscriptionFixed(EventHub hub, int id) : IDisposable
    {
        public void Dispose()
        {
            lock (hub._sync)
                hub._handlers.Remove(id);
        }
    }
}
