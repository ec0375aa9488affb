// source: own, after the description: writers copy under a lock, readers take the reference
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.C442;

public static class Aliases
{
    private static readonly object Gate = new();
    private static volatile Dictionary<string, string> _map = new();

    public static void Add(string alias, string name)
    {
        lock (Gate)
        {
            var copy = new Dictionary<string, string>(_map) { [alias] = name };
            _map = copy;
        }
    }

    public static string Resolve(string alias) => _map.TryGetValue(alias, out var name) ? name : alias;
}
