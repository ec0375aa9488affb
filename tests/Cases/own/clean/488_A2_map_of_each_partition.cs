// source: own, after the description: each iteration makes a map of its own and gives it back
// class: A2
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C488;

public static class Partitions
{
    public static Dictionary<string, int>[] Count(IEnumerable<string[]> parts) => parts.AsParallel().Select(part =>
    {
        var counts = new Dictionary<string, int>();
        foreach (var word in part)
            counts[word] = counts.GetValueOrDefault(word) + 1;
        return counts;
    }).ToArray();
}
