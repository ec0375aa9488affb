// source: structure of a handle pool with the dispose pattern
// class: A5
using System;
using System.Collections.Generic;

namespace Corpus.Own.C502;

public class HandlePool : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<int, IDisposable> _handles = new();

    public void Add(int id, IDisposable handle)
    {
        lock (_gate)
            _handles.Add(id, handle);
    }

    public bool Remove(int id)
    {
        lock (_gate)
            return _handles.Remove(id);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var handle in _handles.Values)
                handle.Dispose();
            Forget();
        }
    }

    private void Forget() => _handles.Clear();
}
