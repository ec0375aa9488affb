using System.Collections.Generic;
using System.Threading;

namespace Incidents.DeletedWhileWalked.Before;

/// <summary>The refresh deletes and adds entries while it walks over them: it throws at the second one, and the rest expires.</summary>
internal sealed class QuoteCache : IQuoteCache
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Quote> _quotes = [];

    public decimal PriceOf(string item)
    {
        lock (_gate)
        {
            if (!_quotes.TryGetValue(item, out var quote) || quote.IsExpired)
            {
                // Every other order waits meanwhile.
                quote = Quote.Of(PriceFeed.Fetch(item));
                _quotes[item] = quote;
            }

            return quote.Price;
        }
    }

    public void Refresh(IReadOnlyDictionary<string, decimal> latest)
    {
        lock (_gate)
        {
            foreach (var item in _quotes.Keys)
            {
                _quotes.Remove(item);
                if (latest.TryGetValue(item, out var price))
                {
                    _quotes.Add(item, Quote.Of(price));
                }
            }
        }
    }
}
