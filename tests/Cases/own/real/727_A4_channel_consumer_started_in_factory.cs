// source: structure of per-key worker queues
// class: A4
// note: the factory makes an object whose constructor starts a loop
using System;
using System.Collections.Concurrent;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Corpus.Own.R727;

public sealed class KeyWorker
{
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>();

    public KeyWorker() => _ = Task.Run(RunAsync);

    public void Post(Action action) => _work.Writer.TryWrite(action);

    private async Task RunAsync()
    {
        await foreach (var action in _work.Reader.ReadAllAsync())
            action();
    }
}

public sealed class KeyedExecutor
{
    private readonly ConcurrentDictionary<string, KeyWorker> _workers = new();
    private readonly ConcurrentDictionary<string, Lazy<KeyWorker>> _workersFixed = new();

    public void Post(string key, Action action) =>
        _workers.GetOrAdd(key, static _ => new KeyWorker()).Post(action); // BUG: A4

    public void PostFixed(string key, Action action) =>
        _workersFixed.GetOrAdd(key, static _ => new Lazy<KeyWorker>(() => new KeyWorker())).Value.Post(action);
}
