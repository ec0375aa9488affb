// source: structure of a sharded counter whose snapshot forgets the shards' locks
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R522;

public sealed class ShardedCounter
{
    private readonly Shard[] _shards = { new(), new(), new(), new() };

    public void Add(int key)
    {
        var shard = _shards[key & 3];
        lock (shard.Gate)
        {
            shard.Counts.TryGetValue(key, out var count);
            shard.Counts[key] = count + 1;
        }
    }

    public int Total()
    {
        var total = 0;
        foreach (var shard in _shards)
        {
            foreach (var pair in shard.Counts) // BUG: A5
                total += pair.Value;
        }

        return total;
    }

    public int TotalFixed()
    {
        var total = 0;
        foreach (var shard in _shards)
        {
            lock (shard.Gate)
            {
                foreach (var pair in shard.Counts)
                    total += pair.Value;
            }
        }

        return total;
    }

    private sealed class Shard
    {
        public readonly object Gate = new();
        public readonly Dictionary<int, int> Counts = new();
    }
}
