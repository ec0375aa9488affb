// source: own, after the description: a recursive delete walks the table again at every level
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R171;

public sealed class CategoryTree
{
    private readonly SortedDictionary<int, int> _parentOf = new();

    public int Count => _parentOf.Count;

    public void Add(int id, int parent) => _parentOf.Add(id, parent);

    public void Delete(int id)
    {
        foreach (var (child, parent) in _parentOf) // MAY: A1
        {
            if (parent == id)
                Delete(child); // BUG: A1
        }

        _parentOf.Remove(id);
    }

    public void DeleteFixed(int id)
    {
        foreach (var child in _parentOf.Where(p => p.Value == id).Select(p => p.Key).ToArray())
            DeleteFixed(child);
        _parentOf.Remove(id);
    }
}
