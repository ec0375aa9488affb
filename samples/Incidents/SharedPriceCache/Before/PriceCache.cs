using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Incidents.SharedPriceCache.Before;

/// <summary>Each call is thread-safe, and hardly anything between two calls is.</summary>
internal sealed class PriceCache : IPriceCache
{
    private const int Limit = 400;

    private readonly ConcurrentDictionary<string, Quote> _quotes = new();
    private readonly ConcurrentDictionary<string, Supplier> _suppliers = new();
    private readonly ConcurrentDictionary<string, long> _questions = new();

    public long Questions => _questions.Sum(item => item.Value);

    public decimal PriceOf(string item)
    {
        // Two requests read the same number, and each writes it back with one added.
        _questions.TryGetValue(item, out var questions);
        _questions[item] = questions + 1;

        // All who find no quote ask the supplier for one.
        if (!_quotes.TryGetValue(item, out var quote))
        {
            quote = Ask(item);
            _quotes[item] = quote;
        }

        return quote.Price;
    }

    public void Clean()
    {
        foreach (var (item, quote) in _quotes)
        {
            // It may be a new quote by now.
            if (quote.IsExpired)
            {
                _quotes.TryRemove(item, out _);
            }
        }

        // Each count takes all the locks of the table.
        while (_quotes.Count > Limit)
        {
            _quotes.TryRemove(_quotes.First());
        }
    }

    // The table may grow between its count and its copy.
    public IReadOnlyList<string> Report() => _quotes.OrderBy(quote => quote.Key).Select(quote => quote.Key).ToList();

    // Whoever loses the race has opened a connection that nobody knows.
    private Quote Ask(string item) => _suppliers.GetOrAdd(Supplier.Of(item), name => new Supplier(name)).Ask(item);
}
