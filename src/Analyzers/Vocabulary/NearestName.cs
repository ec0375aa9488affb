using System;
using System.Collections.Generic;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers which of some names was meant by one that is misspelt: the one that is nearest, if only one is.</summary>
internal static class NearestName
{
    /// <summary>The nearest of <paramref name="candidates"/>; null where none is near, or two are equally near.</summary>
    public static string? Of(string written, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var best = Limit(written.Length) + 1;
        foreach (var candidate in candidates)
        {
            // A name in another case is the name, whatever else is near.
            var distance = 2 * Distance(Folded(written), Folded(candidate), best);
            distance += string.Equals(written, candidate, StringComparison.Ordinal) ? 0 : 1;
            if (distance < best)
            {
                (nearest, best) = (candidate, distance);
            }
            else if (distance == best && nearest is not null && !string.Equals(nearest, candidate, StringComparison.Ordinal))
            {
                nearest = null;
            }
        }

        return nearest;
    }

    /// <summary>
    /// How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of the other:
    /// the distance of Damerau and Levenshtein, in which no letter is edited twice.
    /// </summary>
    public static int Distance(string one, string other) => Distance(one, other, int.MaxValue);

    // A third of the letters may be wrong, each at a cost of two; a difference of case alone costs one.
    private static int Limit(int length) => (2 * Math.Max(1, (length + 1) / 3)) + 1;

    private static string Folded(string name) => name.Replace("_", string.Empty).ToUpperInvariant();

    private static int Distance(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) >= limit)
        {
            return limit;
        }

        var beforeLast = new int[other.Length + 1];
        var last = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = one[line - 1] == other[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(last[column] + 1, row[column - 1] + 1), last[column - 1] + change);
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1])
                {
                    row[column] = Math.Min(row[column], beforeLast[column - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[other.Length];
    }
}
