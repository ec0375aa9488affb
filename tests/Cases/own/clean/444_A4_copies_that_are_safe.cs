// source: own, after the description: the instance ToArray, foreach, Select, ToDictionary, the constructor of Dictionary
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C444;

public sealed class Snapshots
{
    private readonly ConcurrentDictionary<string, int> _table = new();

    public void Put(string key, int value) => _table[key] = value;

    public void Drop(string key) => _table.TryRemove(key, out _);

    public KeyValuePair<string, int>[] Array() => _table.ToArray();

    public List<string> Keys() => _table.Select(entry => entry.Key).ToList();

    public Dictionary<string, int> Copy() => new(_table);

    public Dictionary<string, int> Filtered(int least) => _table.Where(entry => entry.Value >= least).ToDictionary(entry => entry.Key, entry => entry.Value);

    public List<int> Sorted() => _table.Select(entry => entry.Value).OrderBy(value => value).ToList();

    public string Text() => string.Join(", ", _table);
}
