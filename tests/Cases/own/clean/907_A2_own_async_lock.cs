// source: structure of AsyncLock classes (await LockAsync() in a using)
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C907;

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

public sealed class Clients(Func<string, Task<object>> connect)
{
    private readonly AsyncLock _lock = new();
    private readonly Dictionary<string, object> _clients = new();

    public async Task<object> GetAsync(string host)
    {
        using (await _lock.LockAsync())
        {
            if (_clients.TryGetValue(host, out var client))
                return client;
            client = await connect(host);
            _clients.Add(host, client);
            return client;
        }
    }

    public async Task DropAsync(string host)
    {
        using var held = await _lock.LockAsync();
        _clients.Remove(host);
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<Clients>();
}
