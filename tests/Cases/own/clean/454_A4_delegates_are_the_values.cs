// source: own, after the description: the value type is a delegate, and a delegate is stored
// class: A4
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C454;

public sealed class Factories
{
    private readonly ConcurrentDictionary<string, Func<object>> _factories = new();
    private readonly ConcurrentDictionary<string, Action> _actions = new();

    public object Create(string name) => _factories.GetOrAdd(name, () => new object())();

    public void Run(string name, Action fallback) => _actions.GetOrAdd(name, fallback)();
}
