// source: structure of allocation-conscious caches
// class: A4
// note: GetOrAdd with a factory argument, static lambda that calls an instance method which starts a timer
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R715;

public sealed class Heartbeats
{
    private readonly ConcurrentDictionary<string, Timer> _timers = new();
    private readonly ConcurrentDictionary<string, Lazy<Timer>> _timersFixed = new();

    public void Start(string node) => _timers.GetOrAdd(node, static (n, self) => self.Create(n), this); // BUG: A4

    public void StartFixed(string node) =>
        _ = _timersFixed.GetOrAdd(node, static (n, self) => new Lazy<Timer>(() => self.Create(n)), this).Value;

    private Timer Create(string node) => new(_ => Beat(node), null, TimeSpan.Zero, TimeSpan.FromSeconds(5));

    private void Beat(string node) => Console.WriteLine(node);
}
