// source: own, after the description: Remove, ExceptWith and Clear of a HashSet inside its loop
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C216;

public static class CoverSolver
{
    public static List<int> Solve(HashSet<int> open, IReadOnlyDictionary<int, int[]> covers)
    {
        var chosen = new List<int>();
        foreach (var item in open)
        {
            if (item < 0)
            {
                open.Remove(item);
                continue;
            }

            chosen.Add(item);
            if (covers.TryGetValue(item, out var covered))
                open.ExceptWith(covered);
            if (chosen.Count > 100)
                open.Clear();
        }

        return chosen;
    }
}
