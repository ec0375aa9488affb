// source: Darkseal/LockProvider issue #4
// class: A3
// note: the fixed form keeps one semaphore a key for good
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R317;

public sealed class CountedSemaphore
{
    private readonly SemaphoreSlim _inner = new(1, 1);
    private int _waiters;

    public bool HasWaiters => Volatile.Read(ref _waiters) > 0;

    public void Wait()
    {
        Interlocked.Increment(ref _waiters);
        _inner.Wait();
        Interlocked.Decrement(ref _waiters);
    }

    public void Release() => _inner.Release();
}

public sealed class KeyedLocks<T>
    where T : notnull
{
    private readonly ConcurrentDictionary<T, CountedSemaphore> _locks = new();

    public void Wait(T key)
    {
        var fresh = new CountedSemaphore();
        _locks.GetOrAdd(key, fresh).Wait();
    }

    public void Release(T key)
    {
        if (_locks.TryGetValue(key, out var semaphore)) // MAY: A3
        {
            semaphore.Release();
            if (!semaphore.HasWaiters) // MAY: A3
                _locks.TryRemove(key, out _); // BUG: A3
        }
    }

    public void ReleaseFixed(T key)
    {
        if (_locks.TryGetValue(key, out var semaphore))
            semaphore.Release();
    }
}
