// source: own, after the description: the total is counted with Interlocked, the totals by name are not
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R426;

public sealed class Meter
{
    private long _total;
    private readonly Dictionary<string, long> _byName = new(); // MAY: A2
    private readonly ConcurrentDictionary<string, long> _byNameFixed = new();

    public void Hit(string name)
    {
        Interlocked.Increment(ref _total);
        _byName.TryGetValue(name, out var count); // MAY: A2
        _byName[name] = count + 1; // BUG: A2
        _byNameFixed.AddOrUpdate(name, 1, static (_, old) => old + 1);
    }

    public long Total => Interlocked.Read(ref _total);
}
