// source: structure of utility classes with a Snapshot helper
// class: A4
// note: the copy is made in a generic helper that takes IEnumerable; the argument is a ConcurrentDictionary
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R718;

internal static class Collections
{
    public static List<T> Snapshot<T>(this IEnumerable<T> source) => source.ToList(); // MAY: A4
}

public sealed class Registry
{
    private readonly ConcurrentDictionary<string, object> _services = new();

    public void Register(string name, object service) => _services[name] = service;

    public List<KeyValuePair<string, object>> Services() => _services.Snapshot(); // BUG: A4

    public List<KeyValuePair<string, object>> ServicesFixed() => _services.ToArray().Snapshot();
}
