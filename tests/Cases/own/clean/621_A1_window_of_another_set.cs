// source: idiom: windows and set operations between two sorted sets
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C621;

public sealed class Timeline
{
    private readonly SortedSet<long> _planned = new();
    private readonly SortedSet<long> _done = new();

    public void Move(long until)
    {
        foreach (var at in _planned.GetViewBetween(long.MinValue, until))
            _done.Add(at);
        _planned.ExceptWith(_done);
        _planned.ExceptWith(_done.Where(d => d < until));
        _done.UnionWith(_planned.Select(p => p - 1));
        var late = _planned.GetViewBetween(until, long.MaxValue).ToList();
        late.ForEach(at => _planned.Remove(at));
        while (_planned.Count > 0 && _planned.Min < until)
            _planned.Remove(_planned.Min);
        foreach (var at in _planned.Reverse())
        {
            if (at < until)
            {
                _planned.Remove(at);
                break;
            }
        }
    }
}
