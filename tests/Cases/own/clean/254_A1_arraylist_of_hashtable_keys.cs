// source: own, after the description: the keys of a Hashtable are copied into an ArrayList first
// class: A1
using System.Collections;

namespace Corpus.Own.C254;

public sealed class LegacyRegistry
{
    private readonly Hashtable _entries = new();

    public void Put(string key, object? value) => _entries[key] = value;

    public void RemoveNulls()
    {
        var keys = new ArrayList(_entries.Keys);
        foreach (string key in keys)
        {
            if (_entries[key] is null)
                _entries.Remove(key);
        }

        foreach (DictionaryEntry entry in (Hashtable)_entries.Clone())
            _entries["copy of " + entry.Key] = entry.Value;
    }
}
