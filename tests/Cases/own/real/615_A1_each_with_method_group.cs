// source: structure of BenPhegan/NuGet.Extensions PR #24 (loops over itself while it removes from itself)
// class: A1
// note: an own Each extension gets a method group that removes; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R615;

internal static class EnumerableExtensions
{
    internal static void Each<T>(this IEnumerable<T> items, Action<T> apply)
    {
        using var e = items.GetEnumerator();
        while (e.MoveNext())
            apply(e.Current);
    }
}

public sealed class AssemblyList
{
    private readonly SortedDictionary<string, Version> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _excluded = new(StringComparer.OrdinalIgnoreCase);

    public void Exclude(string name) => _excluded.Add(name);

    private void Drop(string name)
    {
        if (_excluded.Contains(name))
            _assemblies.Remove(name);
    }

    public void RemoveExclusions() => _assemblies.Keys.Each(Drop); // BUG: A1

    public void RemoveExclusionsFixed() => _assemblies.Keys.ToList().Each(Drop);
}
