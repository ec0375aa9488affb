// source: own, after the description: the loop only remembers a key, the change follows it
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C231;

public sealed class Bidding
{
    private readonly SortedDictionary<string, int> _bids = new();

    public void Bid(string who, int amount) => _bids[who] = amount;

    public string? Award()
    {
        string? winner = null;
        var best = 0;
        foreach (var (who, amount) in _bids)
        {
            if (amount > best)
            {
                best = amount;
                winner = who;
            }
        }

        if (winner != null)
            _bids.Remove(winner);
        return winner;
    }
}
