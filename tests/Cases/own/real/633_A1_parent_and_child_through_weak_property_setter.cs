// source: structure of scene graphs (setting Parent to null detaches)
// class: A1
// note: assigning a property in the loop detaches the child in the parent's table; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R633;

public sealed class SceneNode
{
    private readonly SortedDictionary<int, SceneNode> _children = new();
    private SceneNode? _parent;

    public int Id { get; init; }

    public SceneNode? Parent
    {
        get => _parent;
        set
        {
            _parent?._children.Remove(Id);
            _parent = value;
            _parent?._children.Add(Id, this);
        }
    }

    public void Explode()
    {
        foreach (var child in _children.Values) // MAY: A1
            child.Parent = null; // BUG: A1
    }

    public void ExplodeFixed()
    {
        foreach (var child in _children.Values.ToArray())
            child.Parent = null;
    }
}
