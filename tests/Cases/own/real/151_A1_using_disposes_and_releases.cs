// source: own, after the description: Dispose at the end of a using statement inside the loop releases the handle from its table
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R151;

public sealed class HandleTable
{
    private readonly SortedDictionary<int, Handle> _handles = new();

    public Handle Allocate(int id)
    {
        var handle = new Handle(this, id);
        _handles.Add(id, handle);
        return handle;
    }

    internal void Release(int id) => _handles.Remove(id);

    public void FlushAndClose()
    {
        foreach (var handle in _handles.Values) // MAY: A1
        {
            using (handle) // BUG: A1
            {
                handle.Flush();
            }
        }
    }

    public void FlushAndCloseFixed()
    {
        foreach (var handle in _handles.Values.ToArray())
        {
            using (handle)
            {
                handle.Flush();
            }
        }
    }
}

public sealed class Handle : IDisposable
{
    private readonly HandleTable _table;
    private readonly int _id;

    internal Handle(HandleTable table, int id)
    {
        _table = table;
        _id = id;
    }

    public bool Flushed { get; private set; }

    public void Flush() => Flushed = true;

    public void Dispose() => _table.Release(_id);
}
