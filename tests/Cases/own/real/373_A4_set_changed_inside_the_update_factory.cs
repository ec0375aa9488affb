// source: Azure/azure-cosmos-dotnet-v3 PR #1892
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Corpus.Own.R373;

public sealed class AddressCache
{
    private readonly ConcurrentDictionary<string, HashSet<int>> _ranges = new();
    private readonly ConcurrentDictionary<string, ImmutableHashSet<int>> _rangesFixed = new();

    public int CountOf(string server) => _ranges.TryGetValue(server, out var ranges) ? ranges.Count : 0;

    public void Add(string server, int range)
    {
        _ranges.AddOrUpdate(server, new HashSet<int> { range }, (_, ranges) => // MAY: A4
        {
            ranges.Add(range); // BUG: A4
            return ranges;
        });
    }

    public void AddFixed(string server, int range) => _rangesFixed.AddOrUpdate(
        server,
        static (_, added) => ImmutableHashSet.Create(added),
        static (_, ranges, added) => ranges.Add(added),
        range);
}
