// source: structure of batch readers
// class: A3
// note: a filter asks for the key, the projection reads by the indexer; entries are evicted meanwhile
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R725;

public sealed class BlockCache
{
    private readonly ConcurrentDictionary<ulong, byte[]> _blocks = new();

    public void Put(ulong id, byte[] block) => _blocks[id] = block;

    public void Evict(ulong id) => _blocks.TryRemove(id, out _);

    public List<byte[]> Read(IEnumerable<ulong> ids)
    {
        return ids
            .Where(id => _blocks.ContainsKey(id)) // MAY: A3
            .Select(id => _blocks[id]) // BUG: A3
            .ToList();
    }

    public List<byte[]> ReadFixed(IEnumerable<ulong> ids)
    {
        var found = new List<byte[]>();
        foreach (var id in ids)
        {
            if (_blocks.TryGetValue(id, out var block))
                found.Add(block);
        }

        return found;
    }
}
