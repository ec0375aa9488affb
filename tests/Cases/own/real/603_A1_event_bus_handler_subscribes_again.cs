// source: EasyNetQ/EasyNetQ PR #220
// class: A1
// note: a stored delegate is invoked in the loop; one handler of the compilation subscribes on the same bus
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R603;

public sealed class ConnectedEvent;

public sealed class EventBus
{
    private readonly HashSet<Action<ConnectedEvent>> _handlers = new();

    public void Subscribe(Action<ConnectedEvent> handler) => _handlers.Add(handler);

    public void Publish(ConnectedEvent message)
    {
        foreach (var handler in _handlers) // MAY: A1
            handler(message); // BUG: A1
    }

    public void PublishFixed(ConnectedEvent message)
    {
        foreach (var handler in _handlers.ToArray())
            handler(message);
    }
}

public sealed class PersistentChannel
{
    private readonly EventBus _bus;
    private int _opened;

    public PersistentChannel(EventBus bus)
    {
        _bus = bus;
        _bus.Subscribe(OnConnected);
    }

    private void OnConnected(ConnectedEvent message)
    {
        _opened++;
        _bus.Subscribe(OnReconnected);
    }

    private void OnReconnected(ConnectedEvent message) => _opened++;
}
