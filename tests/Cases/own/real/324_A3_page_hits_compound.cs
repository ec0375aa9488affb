// source: own, after the description: ++ on the indexer of a static concurrent dictionary
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R324;

public static class PageHits
{
    private static readonly ConcurrentDictionary<string, int> s_hits = new() { ["/"] = 0 };

    public static int Home => s_hits["/"];

    public static void Hit()
    {
        s_hits["/"]++; // BUG: A3
    }

    public static void HitFixed() => s_hits.AddOrUpdate("/", 1, static (_, hits) => hits + 1);
}
