// source: own, after the description: direct overwrite of another key of a sorted dictionary inside its own loop
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.R101;

public sealed class PriceBook
{
    private readonly SortedDictionary<string, decimal> _prices = new(StringComparer.Ordinal);

    public void Set(string path, decimal price) => _prices[path] = price;

    public void RollUp()
    {
        foreach (var (path, price) in _prices) // MAY: A1
        {
            var slash = path.LastIndexOf('/');
            if (slash < 0)
                continue;
            _prices[path.Substring(0, slash)] = price; // BUG: A1
        }
    }

    public void RollUpFixed()
    {
        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (path, price) in _prices)
        {
            var slash = path.LastIndexOf('/');
            if (slash >= 0)
                sums[path.Substring(0, slash)] = price;
        }

        foreach (var (path, price) in sums)
            _prices[path] = price;
    }
}
