// source: sschmid/Entitas issue #813
// class: A1
// note: hard: the index hands out its internal set; an entity raises an event that the index listens to; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R602;

public sealed class Entity(int id)
{
    public int Id => id;
    public string? View { get; private set; }
    public event Action<Entity, string>? ViewRemoved;

    public void SetView(string view) => View = view;

    public void RemoveView()
    {
        var old = View;
        View = null;
        if (old is not null)
            ViewRemoved?.Invoke(this, old);
    }
}

public sealed class ViewIndex
{
    private readonly Dictionary<string, SortedSet<Entity>> _index = new();

    public void Track(Entity entity, string view)
    {
        entity.SetView(view);
        entity.ViewRemoved += OnViewRemoved;
        Get(view).Add(entity);
    }

    public SortedSet<Entity> Get(string view)
    {
        if (!_index.TryGetValue(view, out var entities))
        {
            entities = new SortedSet<Entity>(Comparer<Entity>.Create((a, b) => a.Id.CompareTo(b.Id)));
            _index.Add(view, entities);
        }

        return entities;
    }

    private void OnViewRemoved(Entity entity, string view) => Get(view).Remove(entity);
}

public static class DestroySystem
{
    public static void Execute(ViewIndex index, string view)
    {
        foreach (var entity in index.Get(view)) // MAY: A1
            entity.RemoveView(); // BUG: A1
    }

    public static void ExecuteFixed(ViewIndex index, string view)
    {
        foreach (var entity in index.Get(view).ToArray())
            entity.RemoveView();
    }
}
