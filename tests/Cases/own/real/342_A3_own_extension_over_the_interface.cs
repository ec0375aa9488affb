// source: structure of xunit/xunit issue #2931 (an extension method over IDictionary, called on a concurrent dictionary)
// class: A3
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R342;

internal static class DictionaryExtensions
{
    public static TValue GetOrCreate<TKey, TValue>(this IDictionary<TKey, TValue> source, TKey key, Func<TValue> create)
    {
        if (source.TryGetValue(key, out var value)) // MAY: A3
            return value;
        value = create();
        source[key] = value; // MAY: A3
        return value;
    }
}

public sealed class Buckets
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<int>> _buckets = new();

    public void Put(string name, int item) =>
        _buckets.GetOrCreate(name, static () => new ConcurrentQueue<int>()).Enqueue(item); // BUG: A3

    public void PutFixed(string name, int item) =>
        _buckets.GetOrAdd(name, static _ => new ConcurrentQueue<int>()).Enqueue(item);

    public int CountOf(string name) => _buckets.TryGetValue(name, out var bucket) ? bucket.Count : 0;
}
