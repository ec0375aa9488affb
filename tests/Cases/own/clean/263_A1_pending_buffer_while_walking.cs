// source: own, after the description: a flag that is set around the loop sends additions to a pending list
// class: A1
// note: hard
using System;
using System.Collections.Generic;

namespace Corpus.Own.C263;

public sealed class ComponentList
{
    private readonly Dictionary<string, Action<ComponentList>> _components = new();
    private readonly List<(string Name, Action<ComponentList> Update)> _pending = new();
    private bool _updating;

    public void Add(string name, Action<ComponentList> update)
    {
        if (_updating)
            _pending.Add((name, update));
        else
            _components[name] = update;
    }

    public void Update()
    {
        _updating = true;
        foreach (var update in _components.Values)
        {
            update(this);
            Add("log" + _pending.Count, _ => { });
        }

        _updating = false;
        foreach (var (name, update) in _pending)
            _components[name] = update;
        _pending.Clear();
    }
}
