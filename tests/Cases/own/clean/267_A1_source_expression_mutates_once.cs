// source: own, after the description: the expression after `in` changes the map before the enumeration starts
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C267;

public sealed class Leaderboard
{
    private readonly SortedDictionary<string, int> _points = new();

    public void Score(string player, int points) => _points[player] = points;

    private ICollection<string> Prepared()
    {
        _points.Remove("");
        _points["total"] = _points.Count;
        return _points.Keys;
    }

    public List<string> Lines()
    {
        var lines = new List<string>();
        foreach (var player in Prepared())
            lines.Add(player + ": " + _points[player]);
        return lines;
    }
}
