// source: own, after the description: every writer holds the lock from the check to the act; readers need none
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C405;

public sealed class Ledger
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, int> _points = new();

    public int Of(string player) => _points.TryGetValue(player, out var points) ? points : 0;

    public void Add(string player, int more)
    {
        lock (_gate)
        {
            _points.TryGetValue(player, out var points);
            _points[player] = points + more;
        }
    }

    public void Reset(string player)
    {
        lock (_gate)
        {
            if (_points.ContainsKey(player))
                _points[player] = 0;
        }
    }
}
