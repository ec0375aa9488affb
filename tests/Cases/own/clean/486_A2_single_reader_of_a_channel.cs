// source: own, after the description: one loop reads the channel, and only it has the map
// class: A2
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Corpus.Own.C486;

public static class Collector
{
    public static async Task<Dictionary<string, int>> CollectAsync(Channel<string> channel, IReadOnlyList<string> names)
    {
        var counts = new Dictionary<string, int>();
        var reader = Task.Run(async () =>
        {
            await foreach (var name in channel.Reader.ReadAllAsync())
                counts[name] = counts.GetValueOrDefault(name) + 1;
        });
        foreach (var name in names)
            await channel.Writer.WriteAsync(name);
        channel.Writer.Complete();
        await reader;
        return counts;
    }
}
