// source: structure of cache statistics
// class: A3
// note: the value is deconstructed, changed and written back; key is a member chain
using System.Collections.Concurrent;

namespace Corpus.Own.R706;

public sealed class Route
{
    public string Template { get; init; } = "";
}

public sealed class Statistics
{
    private readonly ConcurrentDictionary<string, (int Hits, int Misses)> _byRoute = new();

    public void Hit(Route route)
    {
        _byRoute.TryAdd(route.Template, (0, 0));
        var (hits, misses) = _byRoute[route.Template]; // MAY: A3
        _byRoute[route.Template] = (hits + 1, misses); // BUG: A3
    }

    public void HitFixed(Route route) =>
        _byRoute.AddOrUpdate(route.Template, (1, 0), static (_, s) => (s.Hits + 1, s.Misses));
}
