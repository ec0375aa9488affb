// source: structure of watermark trackers
// class: A3
// note: the larger value is kept; two writers, and the smaller wins
using System.Collections.Concurrent;

namespace Corpus.Own.R723;

public sealed class Watermarks
{
    private readonly ConcurrentDictionary<int, long> _offsets = new();

    public void Commit(int partition, long offset)
    {
        var current = _offsets.GetOrAdd(partition, -1L); // MAY: A3
        if (offset > current)
            _offsets[partition] = offset; // BUG: A3
    }

    public void CommitFixed(int partition, long offset) =>
        _offsets.AddOrUpdate(partition, static (_, o) => o, static (_, old, o) => o > old ? o : old, offset);
}
