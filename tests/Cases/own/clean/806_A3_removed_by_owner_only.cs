// source: structure of continuations that clean up what they registered
// class: A3
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C806;

public sealed class SingleFlight
{
    private readonly ConcurrentDictionary<string, Lazy<Task<int>>> _flights = new();

    public async Task<int> RunAsync(string key, Func<string, Task<int>> work)
    {
        var flight = _flights.GetOrAdd(key, k => new Lazy<Task<int>>(() => work(k)));
        try
        {
            return await flight.Value;
        }
        finally
        {
            _flights.TryRemove(KeyValuePair.Create(key, flight));
        }
    }
}
