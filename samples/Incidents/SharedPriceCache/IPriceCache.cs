using System.Collections.Generic;

namespace Incidents.SharedPriceCache;

/// <summary>Prices that all requests of a shop share. A quote is good for a short time.</summary>
internal interface IPriceCache
{
    /// <summary>The price of an item now, and one more question for it.</summary>
    decimal PriceOf(string item);

    /// <summary>How often the prices were asked for.</summary>
    long Questions { get; }

    /// <summary>Drops quotes that have expired, and then as many as are too many.</summary>
    void Clean();

    /// <summary>All items that have a quote, in order.</summary>
    IReadOnlyList<string> Report();
}
