// source: ChadBurggraf/parallel-extensions-extras issue #2
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R364;

public sealed class ObservedTable
{
    private readonly ConcurrentDictionary<string, int> _table = new();

    public void Put(string key, int value) => _table[key] = value;

    public KeyValuePair<string, int>[] Copy()
    {
        var copy = new KeyValuePair<string, int>[_table.Count]; // MAY: A4
        ((ICollection<KeyValuePair<string, int>>)_table).CopyTo(copy, 0); // BUG: A4
        return copy;
    }

    public KeyValuePair<string, int>[] CopyFixed() => _table.ToArray();
}
