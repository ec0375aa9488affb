// source: structure of view model caches (generic base with a lazy table)
// class: A1
// note: protected lazy property in a generic base, loop in the derived type, removal in the base; SortedList
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R644;

public abstract class CacheBase<TKey, TValue> where TKey : IComparable<TKey>
{
    private SortedList<TKey, TValue>? _entries;

    protected SortedList<TKey, TValue> Entries => _entries ??= new SortedList<TKey, TValue>();

    protected virtual bool Evict(TKey key) => Entries.Remove(key);

    public void Put(TKey key, TValue value) => Entries[key] = value;
}

public sealed class ThumbnailCache : CacheBase<string, byte[]>
{
    public long Size { get; private set; }

    protected override bool Evict(string key)
    {
        Size -= Entries[key].Length;
        return base.Evict(key);
    }

    public void TrimLarge(int limit)
    {
        foreach (var entry in Entries) // MAY: A1
        {
            if (entry.Value.Length > limit)
                Evict(entry.Key); // BUG: A1
        }
    }

    public void TrimLargeFixed(int limit)
    {
        foreach (var entry in Entries.ToArray())
        {
            if (entry.Value.Length > limit)
                Evict(entry.Key);
        }
    }
}
