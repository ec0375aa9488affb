// source: own, after the description: each use of the plain list holds the list's own lock
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.C450;

public sealed class Baskets
{
    private readonly ConcurrentDictionary<string, List<string>> _baskets = new();

    public void Put(string user, string article)
    {
        var basket = _baskets.GetOrAdd(user, static _ => new List<string>());
        lock (basket)
        {
            basket.Add(article);
        }
    }

    public string[] Of(string user)
    {
        if (!_baskets.TryGetValue(user, out var basket))
            return [];
        lock (basket)
            return basket.ToArray();
    }
}
