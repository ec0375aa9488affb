// source: own, after the description: OrderByDescending and Order buffer the whole source before the first element
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C211;

public sealed class CachePressure
{
    private readonly SortedDictionary<string, long> _sizes = new(StringComparer.Ordinal);

    public void Set(string key, long size) => _sizes[key] = size;

    public long Evict(long target)
    {
        var freed = 0L;
        foreach (var (key, size) in _sizes.OrderByDescending(s => s.Value))
        {
            if (freed >= target)
                break;
            _sizes.Remove(key);
            freed += size;
        }

        foreach (var key in _sizes.Keys.Order(StringComparer.OrdinalIgnoreCase))
            _sizes[key + ".kept"] = 0;
        return freed;
    }
}
