// source: own, after the description: the only mutating override changes the map of the child, not the enumerated one
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C235;

public abstract class SceneNode
{
    public abstract void Refresh();
}

public sealed class Shape : SceneNode
{
    public int Drawn { get; private set; }
    public override void Refresh() => Drawn++;
}

public sealed class Group : SceneNode
{
    private readonly SortedDictionary<string, SceneNode> _nodes = new(StringComparer.Ordinal);

    public void Add(string name, SceneNode node) => _nodes[name] = node;

    public override void Refresh()
    {
        Add("cursor", new Shape());
        _nodes.Remove("overlay");
    }
}

public sealed class SceneRoot
{
    private readonly SortedDictionary<string, SceneNode> _nodes = new(StringComparer.Ordinal);

    public void Add(string name, SceneNode node) => _nodes[name] = node;

    public void RefreshAll()
    {
        foreach (var node in _nodes.Values)
            node.Refresh();
    }
}
