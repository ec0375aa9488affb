// source: structure of metric flushers (the full table is taken out whole)
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C910;

public sealed class Metrics : IDisposable
{
    private readonly object _gate = new();
    private readonly Timer _timer;
    private Dictionary<string, long> _pending = new();

    public Metrics() => _timer = new Timer(_ => Flush(), null, 1000, 1000);

    public void Add(string name, long value)
    {
        lock (_gate)
        {
            _pending.TryGetValue(name, out var sum);
            _pending[name] = sum + value;
        }
    }

    private void Flush()
    {
        Dictionary<string, long> full;
        lock (_gate)
        {
            full = _pending;
            _pending = new Dictionary<string, long>();
        }

        full.Remove("internal");
        foreach (var (name, sum) in full)
            Console.WriteLine(name + " " + sum);
        full.Clear();
    }

    public void Dispose() => _timer.Dispose();
}
