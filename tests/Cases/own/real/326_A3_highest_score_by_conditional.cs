// source: own, after the description: read and write of one key in one assignment, with a conditional expression
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R326;

public sealed class HighScores
{
    private readonly ConcurrentDictionary<string, int> _best = new(StringComparer.OrdinalIgnoreCase);

    public int Of(string player) => _best.TryGetValue(player, out var best) ? best : 0;

    public void Report(string player, int score)
    {
        _best[player] = _best.TryGetValue(player, out var best) ? Math.Max(best, score) : score; // BUG: A3
    }

    public void ReportFixed(string player, int score) =>
        _best.AddOrUpdate(player, score, (_, best) => Math.Max(best, score));
}
