// source: structure of a shard that its nested class and its owner lock alike
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.C515;

public sealed class Buckets
{
    private readonly Bucket[] _buckets = { new(), new() };

    public void Put(int key, string value)
    {
        var bucket = _buckets[key & 1];
        lock (bucket.Items)
            bucket.Items[key] = value;
    }

    public int Count()
    {
        var count = 0;
        foreach (var bucket in _buckets)
        {
            lock (bucket.Items)
                count += bucket.Items.Count;
        }

        return count;
    }

    public void Clear()
    {
        foreach (var bucket in _buckets)
            bucket.Clear();
    }

    private sealed class Bucket
    {
        public Dictionary<int, string> Items { get; } = new();

        public void Clear()
        {
            lock (Items)
                Items.Clear();
        }
    }
}
