// source: own, after the description: the outer dictionary is enumerated, only its value lists change
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C242;

public sealed class AdjacencyList
{
    private readonly SortedDictionary<int, List<int>> _edges = new();

    public void Node(int id) => _edges.TryAdd(id, new List<int>());

    public void Connect(int from, int to)
    {
        if (_edges.TryGetValue(from, out var targets))
            targets.Add(to);
    }

    public void MakeSymmetric()
    {
        foreach (var (from, targets) in _edges)
        {
            foreach (var to in targets.ToArray())
            {
                if (to != from)
                    Connect(to, from);
            }

            targets.Sort();
            targets.RemoveAll(t => t < 0);
        }
    }
}
