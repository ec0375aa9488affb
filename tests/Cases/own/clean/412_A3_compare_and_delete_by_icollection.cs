// source: structure of bitfaster/BitFaster.Caching PR #67 (after the change)
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C412;

public sealed class Item(int key)
{
    public int Key { get; } = key;

    public bool WasUsed { get; set; }
}

public sealed class Cold
{
    private readonly ConcurrentDictionary<int, Item> _items = new();

    public void Put(Item item) => _items[item.Key] = item;

    public bool Evict(int key)
    {
        if (!_items.TryGetValue(key, out var item) || item.WasUsed)
            return false;
        return ((ICollection<KeyValuePair<int, Item>>)_items).Remove(new KeyValuePair<int, Item>(key, item));
    }
}
