// source: structure of message deduplication (several buses)
// class: A3
// note: in an event handler lambda; the effect stands between check and TryAdd, whose result is ignored
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R705;

public interface IBus
{
    event EventHandler<Guid> Received;
}

public sealed class Deduplicator
{
    private readonly ConcurrentDictionary<Guid, byte> _handled = new();
    private readonly Action<Guid> _handle;

    public Deduplicator(IBus bus, Action<Guid> handle)
    {
        _handle = handle;
        bus.Received += (_, id) =>
        {
            if (!_handled.ContainsKey(id)) // MAY: A3
            {
                _handle(id);
                _handled.TryAdd(id, 0); // BUG: A3
            }
        };
        bus.Received += OnReceivedFixed;
    }

    private void OnReceivedFixed(object? sender, Guid id)
    {
        if (_handled.TryAdd(id, 0))
            _handle(id);
    }
}
