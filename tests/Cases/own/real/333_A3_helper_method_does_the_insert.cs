// source: own, after the description: the check in a public method, the act in a private one
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R333;

public sealed class Worker(int shard)
{
    public int Shard { get; } = shard;

    public ConcurrentQueue<string> Inbox { get; } = new();
}

public sealed class Shards
{
    private readonly ConcurrentDictionary<int, Worker> _workers = new();

    public Worker Get(int shard)
    {
        Worker? worker;
        if (!_workers.TryGetValue(shard, out worker)) // MAY: A3
            worker = Start(shard); // BUG: A3
        return worker;
    }

    private Worker Start(int shard)
    {
        var worker = new Worker(shard);
        _workers[shard] = worker; // MAY: A3
        return worker;
    }

    public Worker GetFixed(int shard) => _workers.GetOrAdd(shard, static number => new Worker(number));
}
