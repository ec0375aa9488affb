// source: own, after the description: a pure looking getter memoises its dependencies into the enumerated cache
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R162;

public sealed class CostModel
{
    private readonly Dictionary<string, int> _cost = new(StringComparer.Ordinal);
    private readonly Func<string, string?> _parent;

    public CostModel(Func<string, string?> parent) => _parent = parent;

    public int CostOf(string node)
    {
        if (_cost.TryGetValue(node, out var known))
            return known;
        var parent = _parent(node);
        var cost = parent == null ? 1 : 1 + CostOf(parent);
        _cost.Add(node, cost);
        return cost;
    }

    public int TotalOfParents()
    {
        var total = 0;
        foreach (var node in _cost.Keys) // MAY: A1
        {
            if (_parent(node + "/..") is { } parent)
                total += CostOf(parent); // BUG: A1
        }

        return total;
    }

    public int TotalOfParentsFixed()
    {
        var total = 0;
        foreach (var node in _cost.Keys.ToArray())
        {
            if (_parent(node + "/..") is { } parent)
                total += CostOf(parent);
        }

        return total;
    }
}
