// source: structure of parallel aggregations (one table per worker, merged at the end)
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C901;

public static class Histogram
{
    public static Dictionary<string, int> Build(IEnumerable<string> words)
    {
        var total = new Dictionary<string, int>();
        var gate = new object();
        Parallel.ForEach(
            words,
            () => new Dictionary<string, int>(),
            (word, _, local) =>
            {
                local.TryGetValue(word, out var n);
                local[word] = n + 1;
                return local;
            },
            local =>
            {
                lock (gate)
                {
                    foreach (var (word, n) in local)
                        total[word] = total.GetValueOrDefault(word) + n;
                }
            });
        return total;
    }
}
