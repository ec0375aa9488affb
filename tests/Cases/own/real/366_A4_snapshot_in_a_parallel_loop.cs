// source: own, after the description: a local table is copied while the parallel loop that fills it still runs
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

namespace Corpus.Own.R366;

public static class Progress
{
    public static ImmutableArray<KeyValuePair<int, int>> Run(int items)
    {
        var done = new ConcurrentDictionary<int, int>();
        var last = ImmutableArray<KeyValuePair<int, int>>.Empty;
        Parallel.For(0, items, item =>
        {
            done[item] = item * item;
            if (item % 100 == 0)
                last = done.ToImmutableArray(); // BUG: A4
        });
        return last;
    }

    public static ImmutableArray<KeyValuePair<int, int>> RunFixed(int items)
    {
        var done = new ConcurrentDictionary<int, int>();
        Parallel.For(0, items, item => done[item] = item * item);
        return done.ToArray().ToImmutableArray();
    }
}
