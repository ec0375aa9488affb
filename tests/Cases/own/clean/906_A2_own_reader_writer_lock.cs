// source: structure of engines with a lock class of their own (ReadLock/ReadUnlock pairs)
// class: A2
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C906;

public sealed class SharedLock
{
    private readonly object _monitor = new();
    private int _readers;

    public void ReadLock()
    {
        lock (_monitor)
            _readers++;
    }

    public void ReadUnlock()
    {
        lock (_monitor)
        {
            if (--_readers == 0)
                Monitor.PulseAll(_monitor);
        }
    }

    public void WriteLock()
    {
        Monitor.Enter(_monitor);
        while (_readers > 0)
            Monitor.Wait(_monitor);
    }

    public void WriteUnlock() => Monitor.Exit(_monitor);
}

public sealed class Textures
{
    public static Textures Shared { get; } = new();
    private readonly SharedLock _lock = new();
    private readonly Dictionary<string, int> _handles = new();

    private Textures()
    {
    }

    public int Find(string name)
    {
        _lock.ReadLock();
        try
        {
            return _handles.TryGetValue(name, out var handle) ? handle : -1;
        }
        finally
        {
            _lock.ReadUnlock();
        }
    }

    public void Add(string name, int handle)
    {
        _lock.WriteLock();
        try
        {
            _handles[name] = handle;
        }
        finally
        {
            _lock.WriteUnlock();
        }
    }
}
