// source: own, after the description: a walker calls a visitor parameter; the same class passes a lambda that adds
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.R170;

public sealed class RegionMap
{
    private readonly Dictionary<string, int> _regions = new(StringComparer.Ordinal);

    public void Add(string name, int area) => _regions[name] = area;

    private void Visit(Action<string, int> visitor)
    {
        foreach (var (name, area) in _regions) // MAY: A1
            visitor(name, area); // MAY: A1
    }

    public int Total()
    {
        var total = 0;
        Visit((_, area) => total += area);
        return total;
    }

    public void AddOutskirts()
    {
        Visit((name, area) => Add(name + " outskirts", area / 10)); // BUG: A1
    }

    public void AddOutskirtsFixed()
    {
        var extra = new List<(string Name, int Area)>();
        Visit((name, area) => extra.Add((name + " outskirts", area / 10)));
        foreach (var (name, area) in extra)
            Add(name, area);
    }
}
