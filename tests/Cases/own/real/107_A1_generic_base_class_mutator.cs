// source: own, after the description: the mutator stands in a generic base class, the loop in the derived class
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R107;

public abstract class Store<TKey, TItem> where TKey : notnull
{
    protected readonly Dictionary<TKey, TItem> Items = new();

    public int Count => Items.Count;

    public void Put(TKey key, TItem item)
    {
        if (!Items.TryAdd(key, item))
            Items[key] = item;
    }
}

public sealed class TranslationStore : Store<string, string>
{
    public void AddNeutralCultures()
    {
        foreach (var culture in Items.Keys) // MAY: A1
        {
            var dash = culture.IndexOf('-');
            if (dash > 0)
                Put(culture.Substring(0, dash), Items[culture]); // BUG: A1
        }
    }

    public void AddNeutralCulturesFixed()
    {
        foreach (var culture in Items.Keys.ToArray())
        {
            var dash = culture.IndexOf('-');
            if (dash > 0)
                Put(culture.Substring(0, dash), Items[culture]);
        }
    }
}
