// source: bitfaster/BitFaster.Caching issue #371 (the flow, on a plain ConcurrentDictionary)
// class: A3
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R319;

public sealed record Mapping(string Address, DateTime Expires);

public sealed class MappingCache(Func<string, Mapping> fetch)
{
    private readonly ConcurrentDictionary<string, Mapping> _mappings = new(StringComparer.Ordinal);

    public void Put(string name, Mapping mapping) => _mappings[name] = mapping;

    public bool Has(string name) => _mappings.ContainsKey(name);

    public Mapping Get(string name, DateTime now)
    {
        var mapping = _mappings.GetOrAdd(name, fetch);
        if (mapping.Expires <= now) // MAY: A3
        {
            _mappings.TryRemove(name, out _); // BUG: A3
            mapping = _mappings.GetOrAdd(name, fetch);
        }

        return mapping;
    }

    public Mapping GetFixed(string name, DateTime now)
    {
        var mapping = _mappings.GetOrAdd(name, fetch);
        if (mapping.Expires <= now)
        {
            _mappings.TryRemove(KeyValuePair.Create(name, mapping));
            mapping = _mappings.GetOrAdd(name, fetch);
        }

        return mapping;
    }
}
