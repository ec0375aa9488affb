// source: own, after the description: `ContainsKey(..) is false`, then the indexer, then something that may happen only once
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.R327;

public sealed class Welcome(Action<string> send)
{
    private readonly ConcurrentDictionary<string, DateTime> _greeted = new();

    public void Greet(string user)
    {
        if (_greeted.ContainsKey(user) is false) // MAY: A3
        {
            _greeted[user] = DateTime.UtcNow; // BUG: A3
            send(user);
        }
    }

    public void GreetFixed(string user)
    {
        if (_greeted.TryAdd(user, DateTime.UtcNow))
            send(user);
    }
}
