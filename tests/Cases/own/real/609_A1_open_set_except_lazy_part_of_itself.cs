// source: structure seen in path finders (issue "SortedSet modified after the enumerator was instantiated")
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R609;

public sealed class OpenNodes
{
    private readonly SortedSet<(int Cost, int Node)> _open = new();

    public void Push(int cost, int node) => _open.Add((cost, node));

    public void Prune(int limit)
    {
        var tooFar = _open.Where(n => n.Cost > limit);
        _open.ExceptWith(tooFar); // BUG: A1
    }

    public void PruneFixed(int limit)
    {
        var tooFar = _open.Where(n => n.Cost > limit).ToList();
        _open.ExceptWith(tooFar);
    }
}
