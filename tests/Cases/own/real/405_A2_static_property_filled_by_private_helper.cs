// source: own, after the description: the table is a static property, and a private helper gets it as an argument
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R405;

public static class Counters
{
    private static Dictionary<string, long> Totals { get; } = new(); // MAY: A2

    private static ConcurrentDictionary<string, long> TotalsFixed { get; } = new();

    public static void Hit(string route) => Increase(Totals, route); // BUG: A2

    public static void HitFixed(string route) => TotalsFixed.AddOrUpdate(route, 1, static (_, old) => old + 1);

    private static void Increase(Dictionary<string, long> totals, string route)
    {
        totals.TryGetValue(route, out var old); // MAY: A2
        totals[route] = old + 1; // MAY: A2
    }
}
