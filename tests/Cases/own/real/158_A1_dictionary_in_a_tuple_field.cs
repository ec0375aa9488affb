// source: own, after the description: the dictionary is an element of a tuple field
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R158;

public sealed class DoubleIndex
{
    private readonly (SortedDictionary<int, string> ById, SortedDictionary<string, int> ByName) _maps = (new(), new());

    public void Add(int id, string name)
    {
        _maps.ById[id] = name;
        _maps.ByName[name] = id;
    }

    public void DropNegative()
    {
        foreach (var (id, name) in _maps.ById) // MAY: A1
        {
            if (id >= 0)
                continue;
            _maps.ByName.Remove(name);
            _maps.ById.Remove(id); // BUG: A1
        }
    }

    public void DropNegativeFixed()
    {
        foreach (var (id, name) in _maps.ById.ToArray())
        {
            if (id >= 0)
                continue;
            _maps.ByName.Remove(name);
            _maps.ById.Remove(id);
        }
    }
}
