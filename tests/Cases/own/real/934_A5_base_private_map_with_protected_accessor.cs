// source: structure of repositories (the base gives its map to derived classes by a protected property)
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R934;

public abstract class Repository<T>
{
    private readonly Dictionary<int, T> _items = new();

    protected object Sync { get; } = new();

    protected Dictionary<int, T> Items => _items;

    public void Put(int id, T item)
    {
        lock (Sync)
            _items[id] = item;
    }

    public bool Remove(int id)
    {
        lock (Sync)
            return _items.Remove(id);
    }
}

public sealed class UserRepository : Repository<string>
{
    public int CountOf(string name)
    {
        var n = 0;
        foreach (var user in Items.Values) // BUG: A5
        {
            if (user == name)
                n++;
        }

        return n;
    }

    public int CountFixed()
    {
        lock (Sync)
            return Items.Count;
    }
}
