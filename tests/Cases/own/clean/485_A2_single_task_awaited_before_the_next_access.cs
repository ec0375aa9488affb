// source: own, after the description: the creator does not look at the map until the task has ended
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C485;

public static class Offload
{
    public static async Task<int> RunAsync(IReadOnlyList<string> lines)
    {
        var counts = new Dictionary<string, int>();
        await Task.Run(() =>
        {
            foreach (var line in lines)
                counts[line] = counts.GetValueOrDefault(line) + 1;
        });
        counts.Remove("");
        return counts.Count;
    }
}
