// source: structure of grouped writers
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C813;

public sealed class Batches
{
    private readonly ConcurrentDictionary<string, List<string>> _batches = new();

    public void Add(string key, string line)
    {
        var batch = _batches.GetOrAdd(key, static _ => new List<string>());
        lock (batch)
            batch.Add(line);
    }

    public string[] Take(string key)
    {
        if (!_batches.TryRemove(key, out var batch))
            return [];
        lock (batch)
            return batch.ToArray();
    }
}
