// source: idiom: the entry's value is replaced by a new array, the walk is over the old one
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C610;

public sealed class Dispatcher
{
    private readonly SortedDictionary<string, Action[]> _handlers = new();

    public void On(string name, Action handler)
        => _handlers[name] = _handlers.TryGetValue(name, out var old) ? [.. old, handler] : [handler];

    public void Off(string name, Action handler)
        => _handlers[name] = _handlers[name].Where(h => h != handler).ToArray();

    public void Raise(string name)
    {
        foreach (var handler in _handlers[name])
        {
            handler();
            Off(name, handler);
        }
    }
}
