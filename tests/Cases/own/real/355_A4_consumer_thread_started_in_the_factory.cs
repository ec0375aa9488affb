// source: own, after the description: the factory starts a thread
// class: A4
using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Own.R355;

public sealed class Consumers(Action<string> consume)
{
    private readonly ConcurrentDictionary<string, Thread> _threads = new();
    private readonly ConcurrentDictionary<string, Lazy<Thread>> _threadsFixed = new();

    public Thread Ensure(string queue) => _threads.GetOrAdd(queue, name => // BUG: A4
    {
        var thread = new Thread(() => consume(name)) { IsBackground = true };
        thread.Start(); // MAY: A4
        return thread;
    });

    public Thread EnsureFixed(string queue) => _threadsFixed.GetOrAdd(queue, name => new Lazy<Thread>(() =>
    {
        var thread = new Thread(() => consume(name)) { IsBackground = true };
        thread.Start();
        return thread;
    })).Value;
}
