// source: own, after the description: each worker has a map of its own, but all merge into the result at once
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R483;

public static class Histogram
{
    public static Dictionary<int, int> Of(int[] values)
    {
        var total = new Dictionary<int, int>();
        Parallel.ForEach(
            values,
            () => new Dictionary<int, int>(),
            (value, _, own) =>
            {
                own[value] = own.GetValueOrDefault(value) + 1;
                return own;
            },
            own =>
            {
                foreach (var (value, count) in own)
                    total[value] = total.GetValueOrDefault(value) + count; // BUG: A2
            });
        return total;
    }

    public static Dictionary<int, int> OfFixed(int[] values)
    {
        var total = new Dictionary<int, int>();
        Parallel.ForEach(
            values,
            () => new Dictionary<int, int>(),
            (value, _, own) =>
            {
                own[value] = own.GetValueOrDefault(value) + 1;
                return own;
            },
            own =>
            {
                lock (total)
                {
                    foreach (var (value, count) in own)
                        total[value] = total.GetValueOrDefault(value) + count;
                }
            });
        return total;
    }
}
