// source: structure of provider bases (protected table and lock, one subclass forgets)
// class: A5
// note: table and lock are protected members of the base; the unlocked access is in a derived class
using System.Collections.Generic;

namespace Corpus.Own.R923;

public abstract class ProviderBase
{
    protected readonly object SyncRoot = new();
    protected readonly Dictionary<string, string> Items = new();

    public void Set(string key, string value)
    {
        lock (SyncRoot)
            Items[key] = value;
    }

    public virtual bool TryGet(string key, out string? value)
    {
        lock (SyncRoot)
            return Items.TryGetValue(key, out value);
    }
}

public sealed class PrefixedProvider : ProviderBase
{
    public IEnumerable<string> KeysBelow(string prefix)
    {
        var keys = new List<string>();
        foreach (var key in Items.Keys) // BUG: A5
        {
            if (key.StartsWith(prefix))
                keys.Add(key);
        }

        return keys;
    }

    public IEnumerable<string> KeysBelowFixed(string prefix)
    {
        var keys = new List<string>();
        lock (SyncRoot)
        {
            foreach (var key in Items.Keys)
            {
                if (key.StartsWith(prefix))
                    keys.Add(key);
            }
        }

        return keys;
    }
}
