// source: own, after the description: the recursive call enumerates and changes the map of the child, the own one changes after the loop
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C269;

public sealed class Folder
{
    private readonly SortedDictionary<string, Folder> _children = new();

    public int Count => _children.Count;

    public Folder Create(string name) => _children[name] = new Folder();

    public void AddIndexFiles(int depth)
    {
        if (depth == 0)
            return;
        foreach (var child in _children.Values)
            child.AddIndexFiles(depth - 1);
        Create("index");
    }

    public bool PruneEmpty()
    {
        foreach (var (name, child) in _children.ToArray())
        {
            if (child.PruneEmpty())
                _children.Remove(name);
        }

        return _children.Count == 0;
    }
}
