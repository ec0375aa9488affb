// source: structure of double buffered tables where both names denote one object
// class: A1
// note: two locals for one table, one of them through a ref readonly property; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R635;

public sealed class Board
{
    private SortedDictionary<(int X, int Y), bool> _cells = new();

    private ref SortedDictionary<(int X, int Y), bool> Cells => ref _cells;

    public void Set(int x, int y) => Cells[(x, y)] = true;

    public void Step()
    {
        var now = Cells;
        var next = _cells;
        foreach (var ((x, y), alive) in now) // MAY: A1
        {
            if (!alive)
                next.Remove((x, y)); // BUG: A1
        }
    }

    public void StepFixed()
    {
        var now = Cells;
        var next = new SortedDictionary<(int X, int Y), bool>(now);
        foreach (var ((x, y), alive) in now)
        {
            if (!alive)
                next.Remove((x, y));
        }

        _cells = next;
    }
}
