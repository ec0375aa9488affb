// source: own, after the description: readers share the lock, writers have it alone
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C447;

public static class Routes
{
    private static readonly ReaderWriterLockSlim Lock = new();
    private static readonly Dictionary<string, Type> Table = new();

    public static void Map(string path, Type handler)
    {
        Lock.EnterWriteLock();
        try
        {
            Table[path] = handler;
        }
        finally
        {
            Lock.ExitWriteLock();
        }
    }

    public static Type? Find(string path)
    {
        Lock.EnterReadLock();
        try
        {
            return Table.TryGetValue(path, out var handler) ? handler : null;
        }
        finally
        {
            Lock.ExitReadLock();
        }
    }
}
