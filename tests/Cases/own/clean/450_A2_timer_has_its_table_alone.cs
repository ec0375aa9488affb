// source: own, after the description: only the callback of the timer touches the table
// class: A2
using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C450;

public sealed class Heartbeat : IDisposable
{
    private readonly Dictionary<string, int> _missed = new();
    private readonly Timer _timer;

    public Heartbeat() => _timer = new Timer(_ => Beat(), null, 1000, 1000);

    public void Dispose() => _timer.Dispose();

    private void Beat()
    {
        foreach (var host in new[] { "a", "b" })
            Miss(host);
    }

    private void Miss(string host)
    {
        _missed.TryGetValue(host, out var count);
        _missed[host] = count + 1;
    }
}
