using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Incidents.DeletedWhileWalked;

/// <summary>Where prices come from: all of them at once for nothing, or a single one after a round trip.</summary>
internal static class PriceFeed
{
    public static IReadOnlyList<string> Items { get; } = [.. Enumerable.Range(1, 500).Select(number => $"item-{number}")];

    public static IReadOnlyDictionary<string, decimal> Latest { get; } = Items.ToDictionary(item => item, item => (decimal)item.Length);

    public static decimal Fetch(string item)
    {
        Thread.Sleep(1);
        return Latest[item];
    }
}
