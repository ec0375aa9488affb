using System;

namespace Incidents.SharedPriceCache;

/// <summary>A price and until when it is good, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
internal sealed record Quote(decimal Price, long GoodUntil)
{
    private const long Life = 20;

    public bool IsExpired => Environment.TickCount64 > GoodUntil;

    public static Quote Of(decimal price) => new(price, Environment.TickCount64 + Life);
}
