// source: structure of extension methods over sequences
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C817;

internal static class Sequences
{
    public static IReadOnlyCollection<T> AsCollection<T>(this IEnumerable<T> source) =>
        source as IReadOnlyCollection<T> ?? source.ToList();

    public static void ForEach<T>(this IEnumerable<T> source, System.Action<T> action)
    {
        foreach (var item in source)
            action(item);
    }

    public static List<TResult> Map<T, TResult>(this IEnumerable<T> source, System.Func<T, TResult> map) => source.Select(map).ToList();
}

public sealed class Tenants
{
    private readonly ConcurrentDictionary<string, int> _tenants = new();

    public void Add(string name) => _tenants[name] = name.Length;

    public int Total()
    {
        var total = 0;
        _tenants.ForEach(t => total += t.Value);
        return total + _tenants.AsCollection().Count;
    }

    public List<string> Names() => _tenants.Map(t => t.Key);
}
