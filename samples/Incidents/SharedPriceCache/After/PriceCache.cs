using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Incidents.SharedPriceCache.After;

/// <summary>What belongs together is one call.</summary>
internal sealed class PriceCache : IPriceCache
{
    private const int Limit = 400;

    private readonly ConcurrentDictionary<string, Lazy<Quote>> _quotes = new();
    private readonly ConcurrentDictionary<string, Lazy<Supplier>> _suppliers = new();
    private readonly ConcurrentDictionary<string, long> _questions = new();

    public long Questions => _questions.Sum(item => item.Value);

    public decimal PriceOf(string item)
    {
        _questions.AddOrUpdate(item, 1, static (_, questions) => questions + 1);

        // The first who finds no quote asks the supplier, the others wait for that answer.
        return _quotes.GetOrAdd(item, name => new Lazy<Quote>(() => Ask(name))).Value.Price;
    }

    public void Clean()
    {
        foreach (var entry in _quotes)
        {
            // Only if it is still the quote that has expired.
            if (entry.Value is { IsValueCreated: true, Value.IsExpired: true })
            {
                _quotes.TryRemove(entry);
            }
        }

        var surplus = _quotes.Count - Limit;
        foreach (var entry in _quotes)
        {
            if (surplus-- <= 0)
            {
                break;
            }

            _quotes.TryRemove(entry);
        }
    }

    public IReadOnlyList<string> Report() => _quotes.ToArray().OrderBy(quote => quote.Key).Select(quote => quote.Key).ToList();

    private Quote Ask(string item) => _suppliers.GetOrAdd(Supplier.Of(item), static name => new Lazy<Supplier>(() => new Supplier(name))).Value.Ask(item);
}
