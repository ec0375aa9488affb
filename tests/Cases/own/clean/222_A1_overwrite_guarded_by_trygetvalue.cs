// source: own, after the description: another key is overwritten only after a successful TryGetValue
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C222;

public sealed class UnionFind
{
    private readonly Dictionary<int, int> _parent = new();

    public void Add(int item, int parent) => _parent[item] = parent;

    public void CompressOnce()
    {
        foreach (var (item, parent) in _parent)
        {
            if (_parent.TryGetValue(parent, out var grand) && grand != parent)
            {
                _parent[parent] = grand;
                _parent[item] = grand;
            }
        }
    }
}
