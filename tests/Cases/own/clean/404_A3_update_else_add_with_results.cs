// source: structure of aspnet/Caching PR #246 (SetEntry)
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C404;

public sealed class Entry(object value)
{
    public object Value { get; } = value;
}

public sealed class MemoryTable
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    public bool Set(string key, Entry entry)
    {
        bool isAdded;
        if (!_entries.TryGetValue(key, out var prior))
        {
            isAdded = _entries.TryAdd(key, entry);
        }
        else
        {
            isAdded = _entries.TryUpdate(key, entry, prior);
            if (!isAdded)
                isAdded = _entries.TryAdd(key, entry);
        }

        return isAdded;
    }
}
