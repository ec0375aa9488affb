// source: structure of Inumedia/SlackAPI PR #190; the cached object has state here
// class: A3
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R303;

public sealed class Throttle(int limit)
{
    private int _left = limit;

    public bool TryEnter() => Interlocked.Decrement(ref _left) >= 0;
}

public sealed class ApiClient
{
    private static readonly ConcurrentDictionary<Type, Throttle> Throttles = new();

    public Throttle For(Type request)
    {
        if (Throttles.TryGetValue(request, out var throttle)) // MAY: A3
            return throttle;

        throttle = new Throttle(request.Name.Length);
        Throttles.TryAdd(request, throttle); // BUG: A3
        return throttle;
    }

    public Throttle ForFixed(Type request)
    {
        if (Throttles.TryGetValue(request, out var throttle))
            return throttle;
        return Throttles.GetOrAdd(request, new Throttle(request.Name.Length));
    }
}
