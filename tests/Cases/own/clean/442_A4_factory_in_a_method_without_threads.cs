// source: own, after the description: a local table of a sequential method: the factory with an effect runs once a key
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C442;

public static class Grouping
{
    public static List<string> FirstSeen(IEnumerable<string> words)
    {
        var order = new List<string>();
        var seen = new ConcurrentDictionary<string, int>();
        foreach (var word in words)
        {
            seen.GetOrAdd(word, key =>
            {
                order.Add(key);
                return order.Count;
            });
        }

        return order;
    }
}
