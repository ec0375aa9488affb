using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Incidents.DeletedWhileWalked.After;

/// <summary>The refresh walks over a copy of the keys. That is the whole difference.</summary>
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
            foreach (var item in _quotes.Keys.ToArray())
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
