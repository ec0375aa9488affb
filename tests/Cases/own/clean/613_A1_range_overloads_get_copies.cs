// source: idiom: bulk operations that get arrays, other objects' views, or copy what they get
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C613;

public sealed class Basket
{
    private readonly SortedDictionary<string, int> _items = new();

    public ICollection<string> Names => _items.Keys;

    public void RemoveAll(IEnumerable<string> names)
    {
        foreach (var name in names)
            _items.Remove(name);
    }

    public void RemoveAllSafely(IEnumerable<string> names)
    {
        foreach (var name in names.ToList())
            _items.Remove(name);
    }

    public bool ContainsAll(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!_items.ContainsKey(name))
                return false;
        }

        return true;
    }

    public void Empty()
    {
        RemoveAllSafely(Names);
        RemoveAll(Names.ToArray());
        RemoveAll(Names.OrderBy(n => n));
    }

    public void Without(Basket other)
    {
        RemoveAll(other.Names);
        other.RemoveAll(Names);
        if (other.ContainsAll(other.Names))
            other.RemoveAllSafely(other.Names.Where(n => n.Length > 3));
    }
}
