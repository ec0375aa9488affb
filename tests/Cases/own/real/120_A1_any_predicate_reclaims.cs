// source: own, after the description: the predicate of Any removes as a side effect and may answer false
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R120;

public sealed class BufferLedger
{
    private readonly SortedDictionary<int, (int Size, bool Idle)> _buffers = new();

    public void Rent(int id, int size, bool idle) => _buffers[id] = (size, idle);

    private bool TryReclaim(int id, int needed)
    {
        var buffer = _buffers[id];
        if (!buffer.Idle)
            return false;
        _buffers.Remove(id);
        return buffer.Size >= needed;
    }

    public bool MakeRoom(int needed) =>
        _buffers.Keys.Any(id => TryReclaim(id, needed)); // BUG: A1

    public bool MakeRoomFixed(int needed)
    {
        foreach (var id in _buffers.Keys.ToArray())
        {
            if (TryReclaim(id, needed))
                return true;
        }

        return false;
    }
}
