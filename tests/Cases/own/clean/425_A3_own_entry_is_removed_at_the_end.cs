// source: own, after the description: who added the entry removes it; nobody else can have replaced it
// class: A3
using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Corpus.Own.C425;

public sealed class Exclusive
{
    private readonly ConcurrentDictionary<string, byte> _running = new();

    public async Task<bool> TryRunAsync(string name, Func<Task> work)
    {
        if (!_running.TryAdd(name, 0))
            return false;
        try
        {
            await work();
            return true;
        }
        finally
        {
            _running.TryRemove(name, out _);
        }
    }
}
