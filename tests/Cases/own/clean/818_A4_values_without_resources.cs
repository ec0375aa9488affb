// source: structure of GetOrAdd with cheap values
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Corpus.Own.C818;

public sealed class Cheap
{
    private readonly ConcurrentDictionary<string, object> _locks = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<int>> _bags = new();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _sources = new();

    public void Exclusive(string key, System.Action action)
    {
        lock (_locks.GetOrAdd(key, new object()))
            action();
    }

    public void Put(string key, int value) => _bags.GetOrAdd(key, new ConcurrentBag<int>()).Add(value);

    public CancellationToken Token(string key)
    {
        var fresh = new CancellationTokenSource();
        var kept = _sources.GetOrAdd(key, fresh);
        if (!ReferenceEquals(kept, fresh))
            fresh.Dispose();
        return kept.Token;
    }
}
