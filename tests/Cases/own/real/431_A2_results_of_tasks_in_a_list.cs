// source: own, after the description: each task writes its result into the common dictionary
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Corpus.Own.R431;

public static class Sizes
{
    public static async Task<IDictionary<string, long>> OfAsync(IEnumerable<string> files)
    {
        var sizes = new Dictionary<string, long>(); // MAY: A2
        var tasks = new List<Task>();
        foreach (var file in files)
            tasks.Add(Task.Run(() => sizes[file] = new FileInfo(file).Length)); // BUG: A2
        await Task.WhenAll(tasks);
        return sizes;
    }

    public static async Task<IDictionary<string, long>> OfFixedAsync(IEnumerable<string> files)
    {
        var sizes = new ConcurrentDictionary<string, long>();
        var tasks = new List<Task>();
        foreach (var file in files)
            tasks.Add(Task.Run(() => sizes[file] = new FileInfo(file).Length));
        await Task.WhenAll(tasks);
        return sizes;
    }
}
