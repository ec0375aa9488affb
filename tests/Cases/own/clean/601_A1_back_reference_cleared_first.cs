// source: idiom: the child forgets its owner before it is stopped
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C601;

public sealed class Tree
{
    private readonly SortedDictionary<string, Leaf> _leaves = new();

    public void Add(Leaf leaf)
    {
        leaf.Owner = this;
        _leaves[leaf.Name] = leaf;
    }

    internal void Remove(Leaf leaf) => _leaves.Remove(leaf.Name);

    public void Clear()
    {
        foreach (var leaf in _leaves.Values)
        {
            leaf.Owner = null;
            leaf.Stop();
        }

        _leaves.Clear();
    }
}

public sealed class Leaf(string name)
{
    public string Name => name;

    internal Tree? Owner { get; set; }

    public void Stop() => Owner?.Remove(this);
}
