// source: own, after the description: the fast path reads without the lock, check and insert hold it
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C421;

public sealed class Resource(string name)
{
    public string Name { get; } = name;
}

public sealed class Resources(Func<string, Resource> open)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, Resource> _open = new();

    public Resource Get(string name)
    {
        if (_open.TryGetValue(name, out var resource))
            return resource;

        lock (_gate)
        {
            if (_open.TryGetValue(name, out resource))
                return resource;

            resource = open(name);
            _open[name] = resource;
            return resource;
        }
    }
}
