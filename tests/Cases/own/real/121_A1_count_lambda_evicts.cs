// source: own, after the description: the predicate of Count removes the entry that it counts
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R121;

public sealed class TokenWindow
{
    private readonly OrderedDictionary<string, long> _tokens = new();

    public void Issue(string token, long ticks) => _tokens[token] = ticks;

    public int Expire(long now)
    {
        return _tokens.Count(t => t.Value < now && _tokens.Remove(t.Key)); // BUG: A1
    }

    public int ExpireFixed(long now)
    {
        return _tokens.ToList().Count(t => t.Value < now && _tokens.Remove(t.Key));
    }
}
