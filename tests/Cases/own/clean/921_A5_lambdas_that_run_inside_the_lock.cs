// source: structure of caches that use LINQ and List helpers under the lock
// class: A5
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C921;

public sealed class Lru
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _ages = new();
    private readonly List<string> _order = new();

    public void Touch(string key)
    {
        lock (_gate)
        {
            _ages[key] = 0;
            _order.RemoveAll(k => !_ages.ContainsKey(k));
            _order.ForEach(k => _ages[k]++);
            if (_order.Any(k => _ages[k] > 100))
                _ages.Remove(_order.OrderBy(k => _ages[k]).First());
            Array.ForEach(_ages.Keys.ToArray(), k => _ages[k] = Math.Min(_ages[k], 50));
        }
    }

    public int[] Ages()
    {
        lock (_gate)
            return _order.Select(k => _ages.TryGetValue(k, out var age) ? age : 0).ToArray();
    }
}
