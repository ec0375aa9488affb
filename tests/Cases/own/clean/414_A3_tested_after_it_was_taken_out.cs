// source: own, after the description: TryRemove decides who owns the value, the test comes after it
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C414;

public sealed class Offer(decimal price)
{
    public decimal Price { get; } = price;
}

public sealed class Offers
{
    private readonly ConcurrentDictionary<string, Offer> _open = new();

    public void Put(string id, Offer offer) => _open.TryAdd(id, offer);

    public decimal? Accept(string id, decimal limit)
    {
        if (!_open.TryRemove(id, out var offer))
            return null;
        return offer.Price <= limit ? offer.Price : throw new InvalidOperationException("too expensive");
    }
}
