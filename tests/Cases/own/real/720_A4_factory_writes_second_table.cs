// source: structure of two-way maps
// class: A4
// note: the factory fills the reverse table: the loser's id stays there
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R720;

public sealed class TwoWayMap
{
    private readonly ConcurrentDictionary<string, Guid> _toId = new();
    private readonly ConcurrentDictionary<Guid, string> _toName = new();

    public Guid IdOf(string name)
    {
        return _toId.GetOrAdd(name, n => // BUG: A4
        {
            var id = Guid.NewGuid();
            _toName[id] = n; // MAY: A4
            return id;
        });
    }

    public Guid IdOfFixed(string name)
    {
        var id = _toId.GetOrAdd(name, static _ => Guid.NewGuid());
        _toName[id] = name;
        return id;
    }

    public string? NameOf(Guid id) => _toName.GetValueOrDefault(id);
}
