// source: structure of ported code (the same lock by property, alias, SyncRoot)
// class: A5
using System.Collections;
using System.Collections.Generic;

namespace Corpus.Own.C919;

public sealed class Bag
{
    private readonly Dictionary<string, int> _map = new();
    private readonly object _gate = new();

    private object Gate => _gate;

    public void Add(string key)
    {
        var gate = _gate;
        lock (gate)
            _map[key] = 1;
    }

    public void Remove(string key)
    {
        lock (Gate)
            _map.Remove(key);
    }

    public int Count
    {
        get
        {
            lock (this._gate)
            {
                return Inner();
            }

            int Inner() => _map.Count;
        }
    }
}

public sealed class RootBag
{
    private readonly Dictionary<string, int> _map = new();

    public void Add(string key)
    {
        lock (((ICollection)_map).SyncRoot)
            _map[key] = 1;
    }

    public bool Has(string key)
    {
        lock (((ICollection)_map).SyncRoot)
            return _map.ContainsKey(key);
    }
}
