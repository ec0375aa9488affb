// source: own, after the description: an object that each call makes for itself
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.C453;

public sealed class Histogram
{
    private readonly Dictionary<int, int> _buckets = new();

    public static IReadOnlyDictionary<int, int> Of(IEnumerable<int> values)
    {
        var histogram = new Histogram();
        foreach (var value in values)
            histogram.Add(value);
        return histogram._buckets;
    }

    public void Add(int value)
    {
        _buckets.TryGetValue(value / 10, out var count);
        _buckets[value / 10] = count + 1;
    }
}
