// source: own, after the description: a goto leaves both nested loops after the change
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C204;

public sealed class ClauseSet
{
    private readonly SortedList<int, int> _clauses = new();

    public void Add(int id, int mask) => _clauses[id] = mask;

    public int Subsume()
    {
        var removed = 0;
        again:
        foreach (var (a, maskA) in _clauses)
        {
            foreach (var (b, maskB) in _clauses)
            {
                if (a == b || (maskA & maskB) != maskA)
                    continue;
                _clauses.Remove(b);
                removed++;
                goto again;
            }
        }

        return removed;
    }
}
