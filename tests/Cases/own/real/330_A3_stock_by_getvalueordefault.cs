// source: own, after the description: GetValueOrDefault, a decision, and the indexer
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R330;

public sealed class Stock
{
    private readonly ConcurrentDictionary<string, int> _pieces = new();

    public int Of(string article) => _pieces.TryGetValue(article, out var pieces) ? pieces : 0;

    public void Deliver(string article, int count) => _pieces.AddOrUpdate(article, count, (_, pieces) => pieces + count);

    public bool Reserve(string article, int count)
    {
        var pieces = _pieces.GetValueOrDefault(article); // MAY: A3
        if (pieces < count)
            return false;

        _pieces[article] = pieces - count; // BUG: A3
        return true;
    }

    public bool ReserveFixed(string article, int count)
    {
        while (_pieces.TryGetValue(article, out var pieces) && pieces >= count)
        {
            if (_pieces.TryUpdate(article, pieces - count, pieces))
                return true;
        }

        return false;
    }
}
