// source: own, after the description: a thread-static concurrent dictionary belongs to one thread
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C427;

public static class Scratch
{
    [ThreadStatic]
    private static ConcurrentDictionary<string, int>? t_counts;

    public static int Next(string name)
    {
        var counts = t_counts ??= new ConcurrentDictionary<string, int>();
        if (!counts.ContainsKey(name))
            counts[name] = 0;
        return counts[name] += 1;
    }
}
