// source: own, after the description: Where and ToList before ForEach with a removing lambda
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C252;

public sealed class BanList
{
    private readonly SortedDictionary<string, int> _bans = new();

    public void Ban(string user, int days) => _bans[user] = days;

    public void DayPassed()
    {
        _bans.Where(b => b.Value <= 1).Select(b => b.Key).ToList().ForEach(user => _bans.Remove(user));
        foreach (var user in new List<string>(_bans.Keys))
            _bans[user] -= 1;
    }
}
