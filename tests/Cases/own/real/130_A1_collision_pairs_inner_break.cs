// source: own, after the description: nested loops over one dictionary; the break leaves only the inner loop
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.R130;

public sealed class BodySystem
{
    private readonly SortedDictionary<int, double> _bodies = new();

    public int Count => _bodies.Count;

    public void Add(int id, double position) => _bodies.Add(id, position);

    public void MergeClose(double radius)
    {
        foreach (var a in _bodies) // MAY: A1
        {
            foreach (var b in _bodies)
            {
                if (b.Key > a.Key && b.Value - a.Value < radius)
                {
                    _bodies.Remove(b.Key); // BUG: A1
                    break;
                }
            }
        }
    }

    public void MergeCloseFixed(double radius)
    {
        var gone = new HashSet<int>();
        foreach (var a in _bodies)
        {
            foreach (var b in _bodies)
            {
                if (b.Key > a.Key && b.Value - a.Value < radius)
                {
                    gone.Add(b.Key);
                    break;
                }
            }
        }

        foreach (var id in gone)
            _bodies.Remove(id);
    }
}
