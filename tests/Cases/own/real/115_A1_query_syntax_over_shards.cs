// source: own, after the description: query syntax with where and select stays lazy
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R115;

public sealed class ShardMap
{
    private readonly SortedDictionary<int, string> _shards = new();

    public void Assign(int shard, string node) => _shards[shard] = node;

    public int Evacuate(string dead, string target)
    {
        var moved = 0;
        foreach (var shard in from entry in _shards // MAY: A1
                              where entry.Value == dead
                              select entry.Key)
        {
            _shards[shard] = target; // BUG: A1
            moved++;
        }

        return moved;
    }

    public int EvacuateFixed(string dead, string target)
    {
        var shards = (from entry in _shards
                      where entry.Value == dead
                      select entry.Key).ToList();
        foreach (var shard in shards)
            _shards[shard] = target;
        return shards.Count;
    }
}
