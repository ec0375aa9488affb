// source: structure of best-effort caches (TryEnter with its answer looked at)
// class: A5
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C920;

public sealed class BestEffort
{
    private readonly object _gate = new();
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _map = new();
    private readonly Dictionary<string, int> _other = new();

    public bool Add(string key)
    {
        if (!Monitor.TryEnter(_gate, 100))
            return false;
        try
        {
            _map[key] = 1;
            return true;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public void Trim()
    {
        var taken = false;
        try
        {
            Monitor.TryEnter(_gate, 0, ref taken);
            if (!taken)
                return;
            _map.Clear();
        }
        finally
        {
            if (taken)
                Monitor.Exit(_gate);
        }
    }

    public int Read(string key)
    {
        if (!_rw.TryEnterReadLock(TimeSpan.FromSeconds(1)))
            throw new TimeoutException();
        try
        {
            return _other[key];
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Write(string key)
    {
        if (_rw.TryEnterWriteLock(-1))
        {
            try
            {
                _other[key] = 2;
            }
            finally
            {
                _rw.ExitWriteLock();
            }
        }
    }
}
