// source: own, after the description: the local table is copied when the loop that fills it has ended
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.C446;

public static class WordLengths
{
    public static List<KeyValuePair<string, int>> Of(IReadOnlyList<string> words)
    {
        var lengths = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(words, word => lengths.TryAdd(word, word.Length));
        return lengths.OrderBy(length => length.Value).ToList();
    }
}
