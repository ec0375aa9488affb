// source: npgsql/npgsql PR #1753
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R309;

public sealed class ConnectorPool(string settings)
{
    public string Settings { get; } = settings;
}

public static class Pools
{
    private static readonly ConcurrentDictionary<string, ConnectorPool> All = new();

    private static string Canonical(string text) => text.Trim().TrimEnd(';');

    public static ConnectorPool Get(string text)
    {
        if (All.TryGetValue(text, out var pool))
            return pool;

        var canonical = Canonical(text);
        if (!All.TryGetValue(canonical, out pool)) // MAY: A3
        {
            pool = new ConnectorPool(canonical);
            All[canonical] = pool; // BUG: A3
        }

        return pool;
    }

    public static ConnectorPool GetFixed(string text)
    {
        if (All.TryGetValue(text, out var pool))
            return pool;
        return All.GetOrAdd(Canonical(text), static key => new ConnectorPool(key));
    }
}
