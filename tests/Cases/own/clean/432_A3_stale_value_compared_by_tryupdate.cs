// source: own, after the description: the write happens only if the value is still the one that was read
// class: A3
using System;
using System.Collections.Concurrent;

namespace Corpus.Own.C432;

public sealed record Quote(decimal Price, DateTime At);

public sealed class Quotes
{
    private readonly ConcurrentDictionary<string, Quote> _quotes = new();

    public void Put(string symbol, Quote quote)
    {
        while (!_quotes.TryAdd(symbol, quote))
        {
            if (_quotes.TryGetValue(symbol, out var old) && (old.At >= quote.At || _quotes.TryUpdate(symbol, quote, old)))
                return;
        }
    }
}
