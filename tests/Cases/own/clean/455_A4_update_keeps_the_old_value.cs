// source: structure of microsoft/react-native-windows PR #1672 (review: it keeps the old value)
// class: A4
using System.Collections.Concurrent;

namespace Corpus.Own.C455;

public sealed class Bounds
{
    private readonly ConcurrentDictionary<int, double[]> _bounds = new();

    public double[] FirstOf(int view, double[] bounds) => _bounds.AddOrUpdate(view, bounds, (_, known) => known);

    public double[] LongerOf(int view, double[] bounds) =>
        _bounds.AddOrUpdate(view, bounds, (_, known) => known.Length >= bounds.Length ? known : bounds);
}
