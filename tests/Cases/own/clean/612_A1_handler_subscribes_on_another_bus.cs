// source: idiom: a bridge forwards registrations from one bus to another
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C612;

public sealed class Bus
{
    private readonly HashSet<Action<string>> _handlers = new();

    public void Subscribe(Action<string> handler) => _handlers.Add(handler);

    public void Publish(string message)
    {
        foreach (var handler in _handlers)
            handler(message);
    }
}

public sealed class Bridge
{
    private readonly Bus _inner;
    private readonly Bus _outer;

    public Bridge(Bus inner, Bus outer)
    {
        _inner = inner;
        _outer = outer;
        _inner.Subscribe(Forward);
        _outer.Subscribe(message => Console.WriteLine(message));
    }

    private void Forward(string message)
    {
        _outer.Subscribe(Console.WriteLine);
        _outer.Publish(message);
    }
}
