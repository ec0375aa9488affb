// source: own, after the description: += and ++ on another key read it first, so the key is present
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C220;

public sealed class VoteTransfer
{
    private readonly Dictionary<string, int> _votes = new();
    private readonly Dictionary<string, string> _next = new();

    public void Candidate(string name, int votes, string next)
    {
        _votes[name] = votes;
        _next[name] = next;
    }

    public void Transfer(int threshold)
    {
        foreach (var (name, votes) in _votes)
        {
            if (votes >= threshold)
                continue;
            _votes[_next[name]] += votes;
            _votes[_next[name]]--;
            _votes[name] = 0;
        }
    }
}
