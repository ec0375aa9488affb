using System;

namespace Incidents.DeletedWhileWalked;

/// <summary>A price and until when it is good, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
internal readonly record struct Quote(decimal Price, long GoodUntil)
{
    private const long Life = 100;

    public bool IsExpired => Environment.TickCount64 > GoodUntil;

    public static Quote Of(decimal price) => new(price, Environment.TickCount64 + Life);
}
