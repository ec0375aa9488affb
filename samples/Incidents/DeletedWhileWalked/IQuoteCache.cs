using System.Collections.Generic;

namespace Incidents.DeletedWhileWalked;

/// <summary>The prices that orders are charged with. A quote is good for a short time.</summary>
internal interface IQuoteCache
{
    /// <summary>The price of an item now. A quote that has expired is fetched again, which is slow.</summary>
    decimal PriceOf(string item);

    /// <summary>Replaces every quote by one from <paramref name="latest"/>, so that none expires while an order waits.</summary>
    void Refresh(IReadOnlyDictionary<string, decimal> latest);
}
