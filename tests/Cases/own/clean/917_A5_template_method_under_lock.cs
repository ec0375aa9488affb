// source: structure of base classes that call hooks under the lock
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.C917;

public abstract class Indexer
{
    protected readonly object Gate = new();
    protected readonly Dictionary<string, int> Index = new();

    public void Add(string key)
    {
        lock (Gate)
        {
            Index.TryAdd(key, 0);
            OnAdded(key);
        }
    }

    public int Get(string key)
    {
        lock (Gate)
            return Index.GetValueOrDefault(key);
    }

    protected abstract void OnAdded(string key);
}

public sealed class CountingIndexer : Indexer
{
    protected override void OnAdded(string key)
    {
        Index[key]++;
        Trim();
    }

    private void Trim()
    {
        if (Index.Count > 10_000)
            Index.Clear();
    }
}
