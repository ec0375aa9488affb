// source: structure of an asynchronous registry with an awaitable lock
// class: A5
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.C516;

public sealed class AsyncLock
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public async Task<IDisposable> LockAsync()
    {
        await _semaphore.WaitAsync();
        return new Releaser(_semaphore);
    }

    private sealed class Releaser(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}

public sealed class Registry
{
    private readonly AsyncLock _lock = new();
    private readonly Dictionary<string, int> _entries = new();

    public async Task AddAsync(string name)
    {
        using (await _lock.LockAsync())
        {
            await Task.Yield();
            _entries[name] = 1;
        }
    }

    public async Task<int> CountAsync()
    {
        using var held = await _lock.LockAsync();
        return _entries.Count;
    }

    public async Task<bool> RemoveAsync(string name)
    {
        using var held = await _lock.LockAsync().ConfigureAwait(false);
        return _entries.Remove(name);
    }
}
