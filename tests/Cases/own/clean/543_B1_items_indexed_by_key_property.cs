// source: structure of generic repositories that index entities by their key
// class: B1
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.C543;

public sealed class MemoryRepository<TEntity> where TEntity : class
{
    private static readonly PropertyInfo Key = typeof(TEntity).GetProperties().First(p => p.Name is "Id" or "Key");
    private readonly Dictionary<object, TEntity> _items = [];

    public void AddRange(IEnumerable<TEntity> items)
    {
        foreach (var item in items)
            _items[Key.GetValue(item)!] = item;
    }

    public ILookup<object?, TEntity> By(string property)
    {
        var info = typeof(TEntity).GetProperty(property)!;
        return _items.Values.ToLookup(i => info.GetValue(i));
    }
}
