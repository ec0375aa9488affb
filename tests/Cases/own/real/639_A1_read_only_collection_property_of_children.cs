// source: structure of session/consumer trees (children exposed as IReadOnlyCollection)
// class: A1
// note: interface-typed property over a SortedSet, async dispose of each child detaches it
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.R639;

public sealed class Channel : IAsyncDisposable
{
    private readonly SortedSet<Consumer> _consumers = new(Comparer<Consumer>.Create((a, b) => a.Tag.CompareTo(b.Tag)));

    public IReadOnlyCollection<Consumer> Consumers => _consumers;

    public Consumer Consume(int tag)
    {
        var consumer = new Consumer(this, tag);
        _consumers.Add(consumer);
        return consumer;
    }

    internal void Cancelled(Consumer consumer) => _consumers.Remove(consumer);

    public async ValueTask DisposeAsync()
    {
        foreach (var consumer in Consumers) // MAY: A1
            await consumer.DisposeAsync(); // BUG: A1
    }

    public async ValueTask DisposeFixedAsync()
    {
        foreach (var consumer in Consumers.ToArray())
            await consumer.DisposeAsync();
    }
}

public sealed class Consumer : IAsyncDisposable
{
    private readonly Channel _channel;

    public Consumer(Channel channel, int tag)
    {
        _channel = channel;
        Tag = tag;
    }

    public int Tag { get; }

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        _channel.Cancelled(this);
    }
}
