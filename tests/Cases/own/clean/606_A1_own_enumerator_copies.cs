// source: idiom: an own map whose enumerator walks a copy
// class: A1
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C606;

public sealed class SafeMap<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>> where TKey : notnull
{
    private readonly SortedDictionary<TKey, TValue> _map = new();

    public TValue this[TKey key]
    {
        get => _map[key];
        set => _map[key] = value;
    }

    public bool Remove(TKey key) => _map.Remove(key);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
        => ((IEnumerable<KeyValuePair<TKey, TValue>>)_map.ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed class Watchers
{
    private readonly SafeMap<string, int> _counts = new();

    public void Halve()
    {
        foreach (var (name, count) in _counts)
        {
            if (count <= 1)
                _counts.Remove(name);
            else
                _counts[name] = count / 2;
        }
    }
}
