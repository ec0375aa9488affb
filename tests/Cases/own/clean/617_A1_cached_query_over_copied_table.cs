// source: idiom: a field keeps a query over a frozen copy, or is made again after each change
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C617;

public sealed class Catalogue
{
    private readonly SortedDictionary<string, int> _prices = new();
    private readonly List<KeyValuePair<string, int>> _start;
    private readonly IEnumerable<string> _cheap;
    private IEnumerable<string>? _current;

    public Catalogue(IEnumerable<KeyValuePair<string, int>> prices)
    {
        _start = prices.ToList();
        _cheap = _start.Where(p => p.Value < 10).Select(p => p.Key);
        _current = _prices.Keys;
    }

    public void Freeze() => _current = _prices.Keys.ToArray();

    public void DropCheap()
    {
        foreach (var name in _cheap)
            _prices.Remove(name);
        Freeze();
        foreach (var name in _current!)
            _prices.Remove(name);
    }
}
