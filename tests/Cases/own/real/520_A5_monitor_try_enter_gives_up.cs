// source: structure of a metrics table whose flush goes on when the lock was not to be had
// class: A5
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.R520;

public sealed class Metrics
{
    private readonly object _sync = new();
    private readonly Dictionary<string, long> _counters = new();

    public void Increment(string name)
    {
        lock (_sync)
        {
            _counters[name] = _counters.TryGetValue(name, out var value) ? value + 1 : 1;
        }
    }

    public long Total()
    {
        var taken = Monitor.TryEnter(_sync, 100);
        long total = 0;
        foreach (var value in _counters.Values) // BUG: A5
            total += value;
        if (taken)
            Monitor.Exit(_sync);
        return total;
    }

    public long TotalFixed()
    {
        lock (_sync)
        {
            long total = 0;
            foreach (var value in _counters.Values)
                total += value;
            return total;
        }
    }
}
