// source: microsoft/durabletask-netherite PR #219 (locking wrong object)
// class: A5
// note: one method locks the entry it found, not the table
using System.Collections.Generic;

namespace Corpus.Own.R929;

public sealed class Partition
{
    public HashSet<string> Keys { get; } = new();
}

public sealed class IndexTable
{
    private readonly Dictionary<int, Partition> _partitions = new();

    public void Add(int id, string key)
    {
        lock (_partitions)
        {
            if (!_partitions.TryGetValue(id, out var partition))
                _partitions.Add(id, partition = new Partition());
            partition.Keys.Add(key);
        }
    }

    public void Drop(int id, Partition partition)
    {
        lock (partition)
        {
            partition.Keys.Clear();
            _partitions.Remove(id); // BUG: A5
        }
    }

    public void DropFixed(int id, Partition partition)
    {
        lock (_partitions)
        {
            partition.Keys.Clear();
            _partitions.Remove(id);
        }
    }
}
