// source: structure of progress collectors (the object that the loop captures locks inside)
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C909;

public sealed class Progress
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _percent = new();

    public void Report(string job, int percent)
    {
        lock (_gate)
            Store(job, percent);
    }

    private void Store(string job, int percent) => _percent[job] = percent;

    public int Of(string job)
    {
        lock (_gate)
            return _percent.GetValueOrDefault(job);
    }
}

public sealed class Attributes
{
    private readonly Dictionary<string, string> _values = new();

    public void Set(string key, string value) => _values[key] = value;
}

public sealed class Item
{
    public Attributes Attributes { get; } = new();

    public Dictionary<string, int> Scores { get; } = new();
}

public static class Batch
{
    public static async Task RunAsync(Item[] items)
    {
        var progress = new Progress();
        Parallel.For(0, items.Length, i =>
        {
            progress.Report("item" + i, 100);
            items[i].Attributes.Set("index", "x");
            items[i].Scores["rank"] = i;
        });
        await Parallel.ForEachAsync(items, async (item, token) =>
        {
            await Task.Delay(1, token);
            item.Attributes.Set("done", "y");
            var own = new Attributes();
            own.Set("a", "b");
        });
    }
}
