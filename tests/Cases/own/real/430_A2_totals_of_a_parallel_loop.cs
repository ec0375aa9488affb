// source: own, after the description: a local tally that a parallel loop writes
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R430;

public static class Tally
{
    public static Dictionary<char, int> FirstLetters(string[] words)
    {
        var counts = new Dictionary<char, int>(); // MAY: A2
        Parallel.ForEach(words, word =>
        {
            counts.TryGetValue(word[0], out var count); // MAY: A2
            counts[word[0]] = count + 1; // BUG: A2
        });
        return counts;
    }

    public static Dictionary<char, int> FirstLettersFixed(string[] words)
    {
        var counts = new ConcurrentDictionary<char, int>();
        Parallel.ForEach(words, word => counts.AddOrUpdate(word[0], 1, static (_, old) => old + 1));
        return new Dictionary<char, int>(counts);
    }
}
