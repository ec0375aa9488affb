// source: own, after the description: the check throws early, the atomic call still decides
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C417;

public sealed class Names
{
    private readonly ConcurrentDictionary<string, Guid> _taken = new();

    public Guid Take(string name)
    {
        if (_taken.ContainsKey(name))
            throw new InvalidOperationException($"'{name}' is taken");

        var id = Guid.NewGuid();
        if (!_taken.TryAdd(name, id))
            throw new InvalidOperationException($"'{name}' is taken");
        return id;
    }
}
