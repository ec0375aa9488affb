// source: mrxten/XamEffects issue #28
// class: A1
// note: static collector keyed by view; the list of actions hangs in the entry; an action deletes itself through the collector
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R626;

public sealed class GestureCollector
{
    private readonly Dictionary<object, List<Action>> _collection = new();

    public void Add(object view, Action action)
    {
        if (_collection.TryGetValue(view, out var actions))
            actions.Add(action);
        else
            _collection.Add(view, new List<Action> { action });
    }

    public void Delete(object view, Action action)
    {
        if (!_collection.TryGetValue(view, out var actions))
            return;
        actions.Remove(action);
        if (actions.Count == 0)
            _collection.Remove(view);
    }

    public void Rotate(object view)
    {
        foreach (var action in _collection[view]) // MAY: A1
        {
            action();
            Delete(view, action); // BUG: A1
        }
    }

    public void RotateFixed(object view)
    {
        foreach (var action in _collection[view].ToList())
        {
            action();
            Delete(view, action);
        }
    }
}
