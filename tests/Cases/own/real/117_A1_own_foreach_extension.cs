// source: own, after the description: an own ForEach extension runs a lambda that calls a removing method
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R117;

internal static class EnumerableExtensions
{
    internal static void ForEach<T>(this IEnumerable<T> items, Action<T> action)
    {
        using var e = items.GetEnumerator();
        while (e.MoveNext())
            action(e.Current);
    }
}

public sealed class TenantDirectory
{
    private readonly SortedDictionary<Guid, string> _tenants = new();

    public int Count => _tenants.Count;

    public void Add(Guid id, string name) => _tenants.Add(id, name);

    private void Retire(Guid id) => _tenants.Remove(id);

    public void RetireUnnamed()
    {
        _tenants.Where(t => t.Value.Length == 0) // MAY: A1
            .ForEach(t => Retire(t.Key)); // BUG: A1
    }

    public void RetireUnnamedFixed()
    {
        _tenants.Where(t => t.Value.Length == 0).ToList()
            .ForEach(t => Retire(t.Key));
    }
}
