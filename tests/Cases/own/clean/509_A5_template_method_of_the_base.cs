// source: structure of a document store whose base class takes the lock
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.C509;

public abstract class Store
{
    protected object SyncRoot { get; } = new();

    public void Save(string id, string text)
    {
        lock (SyncRoot)
            SaveCore(id, text);
    }

    public bool Delete(string id)
    {
        lock (SyncRoot)
            return DeleteCore(id);
    }

    protected abstract void SaveCore(string id, string text);

    protected abstract bool DeleteCore(string id);
}

public sealed class MemoryStore : Store
{
    private readonly Dictionary<string, string> _texts = new();

    public int Length
    {
        get
        {
            lock (SyncRoot)
                return _texts.Count;
        }
    }

    public string[] Ids()
    {
        lock (SyncRoot)
            return [.. _texts.Keys];
    }

    protected override void SaveCore(string id, string text) => _texts[id] = text;

    protected override bool DeleteCore(string id) => _texts.Remove(id);
}
