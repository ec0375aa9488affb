// source: idiom of event hubs: an enumeration depth, the last one out applies what was asked meanwhile
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C605;

public sealed class Signal
{
    private readonly SortedDictionary<int, Action> _slots = new();
    private readonly Queue<int> _later = new();
    private int _depth;

    public void Connect(int id, Action slot)
    {
        if (_depth != 0)
            throw new InvalidOperationException("connect while emitting");
        _slots[id] = slot;
    }

    public void Disconnect(int id)
    {
        if (_depth > 0)
        {
            _later.Enqueue(id);
            return;
        }

        _slots.Remove(id);
    }

    public void ConnectOnce(int id, Action slot) => Connect(id, () =>
    {
        slot();
        Disconnect(id);
    });

    public void Emit()
    {
        _depth++;
        try
        {
            foreach (var slot in _slots.Values)
                slot();
        }
        finally
        {
            if (--_depth == 0)
            {
                while (_later.TryDequeue(out var id))
                    _slots.Remove(id);
            }
        }
    }
}
