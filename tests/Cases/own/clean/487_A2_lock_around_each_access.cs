// source: own, after the description: all that the workers do with the map stands under one lock
// class: A2
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.C487;

public static class Guarded
{
    public static async Task<Dictionary<string, int>> CountAsync(IEnumerable<string> words)
    {
        var counts = new Dictionary<string, int>();
        var gate = new object();
        await Task.WhenAll(words.Select(word => Task.Run(() =>
        {
            lock (gate)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        })));
        return counts;
    }
}
