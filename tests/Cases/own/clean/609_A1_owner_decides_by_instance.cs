// source: idiom: child.Stop detaches from the child's parent, the loop walks the children of the children
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C609;

public sealed class Region(Region? parent, string name)
{
    private readonly SortedDictionary<string, Region> _regions = new();

    public Region Open(string child)
    {
        var region = new Region(this, child);
        _regions.Add(child, region);
        return region;
    }

    public void Close() => parent?._regions.Remove(name);

    public void CloseAncestorsOfLeaves(List<string> log)
    {
        foreach (var (key, _) in _regions)
            log.Add(key);
        if (_regions.Count == 0)
            Close();
    }

    public void Report(Region other)
    {
        foreach (var key in _regions.Keys)
            other.Open(key);
    }
}
