// source: own, after the description: the lookup stands in an && chain with a property pattern, the write after an early return
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R329;

public sealed class Channel(string name)
{
    public string Name { get; } = name;

    public bool IsOpen { get; set; } = true;
}

public abstract class ChannelOwner
{
    protected ConcurrentDictionary<string, Channel> Channels { get; } = new();
}

public sealed class Publisher : ChannelOwner
{
    public Channel Get(string exchange)
    {
        if (Channels.TryGetValue(exchange, out var channel) && channel is { IsOpen: true }) // MAY: A3
            return channel;

        channel = new Channel(exchange);
        Channels[exchange] = channel; // BUG: A3
        return channel;
    }

    public Channel GetFixed(string exchange) => Channels.AddOrUpdate(
        exchange,
        static name => new Channel(name),
        static (name, channel) => channel.IsOpen ? channel : new Channel(name));
}
