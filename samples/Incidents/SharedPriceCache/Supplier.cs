using System;
using System.Threading;

namespace Incidents.SharedPriceCache;

/// <summary>A connection to who knows the prices. Opening one takes time, and nobody closes it but its owner.</summary>
internal sealed class Supplier : IDisposable
{
    private static int s_open;

    private readonly string _name;

    public Supplier(string name)
    {
        Thread.Sleep(5);
        _name = name;
        Interlocked.Increment(ref s_open);
    }

    /// <summary>How many connections are open.</summary>
    public static int Open => Volatile.Read(ref s_open);

    public static string Of(string item) => item.Length % 2 == 0 ? "north" : "south";

    public Quote Ask(string item)
    {
        Thread.Sleep(1);
        return Quote.Of(_name.Length + item.Length);
    }

    public void Dispose() => Interlocked.Decrement(ref s_open);
}
