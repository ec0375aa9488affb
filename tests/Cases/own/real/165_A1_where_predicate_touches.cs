// source: own, after the description: the predicate of a lazy Where writes, the loop body does not
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R165;

public sealed class AccessLog
{
    private readonly SortedDictionary<string, int> _reads = new(StringComparer.Ordinal);

    public void Add(string key) => _reads[key] = 0;

    private bool Touch(string key, int limit)
    {
        var reads = _reads[key] + 1;
        _reads[key] = reads;
        return reads > limit;
    }

    public List<string> Hot(int limit)
    {
        var hot = new List<string>();
        foreach (var entry in _reads.Where(r => Touch(r.Key, limit))) // BUG: A1
            hot.Add(entry.Key);
        return hot;
    }

    public List<string> HotFixed(int limit)
    {
        var hot = new List<string>();
        foreach (var key in _reads.Keys.ToArray())
        {
            if (Touch(key, limit))
                hot.Add(key);
        }

        return hot;
    }
}
