// source: own, after the description: observers unsubscribe while a copy of the list is walked
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C275;

public sealed class Ticker
{
    private readonly List<Action<int>> _handlers = new();

    public void Subscribe(Action<int> handler) => _handlers.Add(handler);

    public void Unsubscribe(Action<int> handler) => _handlers.Remove(handler);

    public void Tick(int value)
    {
        foreach (var handler in _handlers.ToArray())
        {
            handler(value);
            if (value > 10)
                Unsubscribe(handler);
        }

        for (var i = 0; i < _handlers.Count; i++)
        {
            if (value < 0)
                _handlers.RemoveAt(i--);
        }
    }
}
