// source: own, after the description: a local concurrent dictionary that the body of a parallel loop captures
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.R334;

public static class Deduplicator
{
    public static int CountDistinct(IReadOnlyList<string> words)
    {
        var seen = new ConcurrentDictionary<string, bool>();
        var distinct = 0;
        Parallel.ForEach(words, word =>
        {
            if (!seen.ContainsKey(word)) // MAY: A3
            {
                seen[word] = true; // BUG: A3
                Interlocked.Increment(ref distinct);
            }
        });
        return distinct;
    }

    public static int CountDistinctFixed(IReadOnlyList<string> words)
    {
        var seen = new ConcurrentDictionary<string, bool>();
        var distinct = 0;
        Parallel.ForEach(words, word =>
        {
            if (seen.TryAdd(word, true))
                Interlocked.Increment(ref distinct);
        });
        return distinct;
    }
}
