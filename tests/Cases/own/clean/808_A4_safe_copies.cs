// source: facts of the runtime: these do not use CopyTo
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C808;

public sealed class Inventory
{
    private readonly ConcurrentDictionary<string, int> _stock = new();

    public void Put(string item, int count) => _stock[item] = count;

    public KeyValuePair<string, int>[] All() => _stock.ToArray();

    public List<string> Names() => _stock.Select(s => s.Key).ToList();

    public List<int> Counts() => _stock.Values.ToList();

    public Dictionary<string, int> Copy() => new(_stock);

    public Dictionary<string, int> Sparse() => _stock.Where(s => s.Value > 0).ToDictionary(s => s.Key, s => s.Value);

    public string? Most() => _stock.Select(s => s).OrderByDescending(s => s.Value).Select(s => s.Key).FirstOrDefault();

    public List<string> Ordered() => _stock.ToArray().OrderBy(s => s.Value).Select(s => s.Key).ToList();
}
