// source: structure of subscription tables (the subscription locks its owner's gate)
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.C924;

public sealed class Topics
{
    private readonly object _gate = new();
    private readonly Dictionary<long, Action<string>> _handlers = new();
    private long _next;

    public IDisposable Subscribe(Action<string> handler)
    {
        lock (_gate)
        {
            var id = ++_next;
            _handlers.Add(id, handler);
            return new Subscription(this, id);
        }
    }

    private void Remove(long id) => _handlers.Remove(id);

    private sealed class Subscription : IDisposable
    {
        private readonly Topics _owner;
        private readonly long _id;

        public Subscription(Topics owner, long id) => (_owner, _id) = (owner, id);

        public void Dispose()
        {
            lock (_owner._gate)
                _owner.Remove(_id);
        }
    }
}
