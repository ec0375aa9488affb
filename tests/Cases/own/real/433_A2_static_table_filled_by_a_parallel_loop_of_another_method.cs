// source: own, after the description: a private method writes the static table, a parallel loop calls it
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R433;

public static class Hashes
{
    private static readonly Dictionary<string, int> Known = new(); // MAY: A2
    private static readonly ConcurrentDictionary<string, int> KnownFixed = new();

    public static void Warm(string[] texts) => Parallel.ForEach(texts, Remember);

    public static void WarmFixed(string[] texts) => Parallel.ForEach(texts, RememberFixed);

    private static void Remember(string text)
    {
        if (!Known.ContainsKey(text)) // MAY: A2
            Known[text] = text.GetHashCode(System.StringComparison.Ordinal); // BUG: A2
    }

    private static void RememberFixed(string text) => KnownFixed.TryAdd(text, text.GetHashCode(System.StringComparison.Ordinal));
}
