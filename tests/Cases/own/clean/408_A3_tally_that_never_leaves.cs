// source: own, after the description: the concurrent dictionary is a local of a method without threads
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C408;

public static class Histogram
{
    public static string Longest(IEnumerable<string> words)
    {
        var counts = new ConcurrentDictionary<int, int>();
        foreach (var word in words)
        {
            if (counts.ContainsKey(word.Length))
                counts[word.Length]++;
            else
                counts[word.Length] = 1;
        }

        return string.Join(", ", counts.OrderBy(count => count.Key).Select(count => $"{count.Key}: {count.Value}"));
    }
}
