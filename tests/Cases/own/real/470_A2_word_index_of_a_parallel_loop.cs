// source: own, after the description: a local index that a parallel loop over documents fills
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R470;

public static class WordIndex
{
    public static Dictionary<string, int> Build(IReadOnlyList<string> documents)
    {
        var index = new Dictionary<string, int>();
        Parallel.ForEach(documents, document =>
        {
            foreach (var word in document.Split(' '))
            {
                index.TryGetValue(word, out var count); // MAY: A2
                index[word] = count + 1; // BUG: A2
            }
        });
        return index;
    }

    public static ConcurrentDictionary<string, int> BuildFixed(IReadOnlyList<string> documents)
    {
        var index = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(documents, document =>
        {
            foreach (var word in document.Split(' '))
                index.AddOrUpdate(word, 1, static (_, count) => count + 1);
        });
        return index;
    }
}
