// source: structure of lock scopes (constructor enters, Dispose leaves a ReaderWriterLockSlim)
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C905;

public readonly struct WriteScope : IDisposable
{
    private readonly ReaderWriterLockSlim _lock;

    public WriteScope(ReaderWriterLockSlim l)
    {
        _lock = l;
        _lock.EnterWriteLock();
    }

    public void Dispose() => _lock.ExitWriteLock();
}

public readonly struct ReadScope : IDisposable
{
    private readonly ReaderWriterLockSlim _lock;

    public ReadScope(ReaderWriterLockSlim l)
    {
        _lock = l;
        _lock.EnterReadLock();
    }

    public void Dispose() => _lock.ExitReadLock();
}

public static class Routes
{
    private static readonly ReaderWriterLockSlim Lock = new();
    private static readonly Dictionary<string, Action> Table = new();

    public static void Add(string path, Action action)
    {
        using (new WriteScope(Lock))
            Table[path] = action;
    }

    public static bool Remove(string path)
    {
        using var scope = new WriteScope(Lock);
        return Table.Remove(path);
    }

    public static Action? Find(string path)
    {
        using (new ReadScope(Lock))
            return Table.GetValueOrDefault(path);
    }
}
