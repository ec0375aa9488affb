// source: own, after the description: the value is looked up and then changed by Interlocked, the dictionary is not written
// class: A3
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.C424;

public sealed class Counter
{
    private long _value;

    public long Value => Interlocked.Read(ref _value);

    public void Add(long more) => Interlocked.Add(ref _value, more);
}

public sealed class Counters
{
    private readonly ConcurrentDictionary<string, Counter> _counters = new();

    public void Add(string name, long more)
    {
        if (!_counters.TryGetValue(name, out var counter))
            counter = _counters.GetOrAdd(name, static _ => new Counter());
        counter.Add(more);
    }

    public long Of(string name) => _counters.TryGetValue(name, out var counter) ? counter.Value : 0;
}
