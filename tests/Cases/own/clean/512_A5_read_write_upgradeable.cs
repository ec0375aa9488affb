// source: structure of a grammar cache with all three modes of a reader-writer lock
// class: A5
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C512;

public sealed class GrammarCache
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, string> _grammars = new();

    public string Get(string name)
    {
        _lock.EnterUpgradeableReadLock();
        try
        {
            if (_grammars.TryGetValue(name, out var grammar))
                return grammar;
            _lock.EnterWriteLock();
            try
            {
                grammar = name.Trim();
                _grammars.Add(name, grammar);
                return grammar;
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
        finally
        {
            _lock.ExitUpgradeableReadLock();
        }
    }

    public int Count
    {
        get
        {
            _lock.EnterReadLock();
            try
            {
                return _grammars.Count;
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }
    }
}
