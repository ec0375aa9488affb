// source: own, after the description: reading the class' own indexer creates the missing entry
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.R163;

public sealed class ScoreSheet
{
    private readonly Dictionary<string, List<int>> _scores = new();

    public List<int> this[string player]
    {
        get
        {
            if (!_scores.TryGetValue(player, out var list))
            {
                list = new List<int>();
                _scores.Add(player, list);
            }

            return list;
        }
    }

    public int BestTeam(string separator)
    {
        var best = 0;
        foreach (var (player, own) in _scores) // MAY: A1
        {
            var team = this[player.Split(separator)[0]]; // BUG: A1
            if (team.Count + own.Count > best)
                best = team.Count + own.Count;
        }

        return best;
    }

    public int BestTeamFixed(string separator)
    {
        var best = 0;
        foreach (var (player, own) in _scores)
        {
            _scores.TryGetValue(player.Split(separator)[0], out var team);
            if ((team?.Count ?? 0) + own.Count > best)
                best = (team?.Count ?? 0) + own.Count;
        }

        return best;
    }
}
