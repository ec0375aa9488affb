// source: structure of launchdarkly/dotnet-server-sdk PR #109 (a store with a reader-writer lock)
// class: A5
// note: the read path deletes what has expired
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R505;

public sealed class FeatureStore
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, DateTime> _expires = new();

    public bool IsOn(string feature)
    {
        _lock.EnterReadLock();
        try
        {
            if (!_expires.TryGetValue(feature, out var expires))
                return false;
            if (expires > DateTime.UtcNow)
                return true;
            _expires.Remove(feature); // BUG: A5
            return false;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public bool IsOnFixed(string feature)
    {
        _lock.EnterWriteLock();
        try
        {
            if (!_expires.TryGetValue(feature, out var expires))
                return false;
            if (expires > DateTime.UtcNow)
                return true;
            _expires.Remove(feature);
            return false;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public void TurnOn(string feature, TimeSpan time)
    {
        _lock.EnterWriteLock();
        try
        {
            _expires[feature] = DateTime.UtcNow + time;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }
}
