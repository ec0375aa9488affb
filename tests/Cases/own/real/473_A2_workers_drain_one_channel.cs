// source: own, after the description: four consumers of one channel count into the same map
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Corpus.Own.R473;

public static class EventCounter
{
    public static async Task<Dictionary<string, int>> CountAsync(ChannelReader<string> reader)
    {
        var counts = new Dictionary<string, int>();
        var workers = new List<Task>();
        for (var i = 0; i < 4; i++)
        {
            workers.Add(Task.Run(async () =>
            {
                await foreach (var name in reader.ReadAllAsync())
                    counts[name] = counts.GetValueOrDefault(name) + 1; // BUG: A2
            }));
        }

        await Task.WhenAll(workers);
        return counts;
    }

    public static async Task<ConcurrentDictionary<string, int>> CountFixedAsync(ChannelReader<string> reader)
    {
        var counts = new ConcurrentDictionary<string, int>();
        var workers = new List<Task>();
        for (var i = 0; i < 4; i++)
        {
            workers.Add(Task.Run(async () =>
            {
                await foreach (var name in reader.ReadAllAsync())
                    counts.AddOrUpdate(name, 1, static (_, count) => count + 1);
            }));
        }

        await Task.WhenAll(workers);
        return counts;
    }
}
