using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Incidents.DeletedWhileWalked;

/// <summary>Takes orders on every core while a timer refreshes the cache of prices beside them.</summary>
internal sealed class OrderService(IQuoteCache cache)
{
    private static readonly TimeSpan RefreshPeriod = TimeSpan.FromMilliseconds(20);

    private long _orders;
    private int _refreshes;
    private int _failures;
    private string? _lastFailure;

    public async Task<string> Run(TimeSpan time)
    {
        // The service opens with every price known.
        foreach (var item in PriceFeed.Items)
        {
            cache.PriceOf(item);
        }

        using var end = new CancellationTokenSource(time);
        var clock = Stopwatch.StartNew();
        var tasks = new List<Task> { Task.Run(() => RefreshUntil(end.Token)) };
        for (var worker = 0; worker < Math.Max(2, Environment.ProcessorCount); worker++)
        {
            tasks.Add(Task.Run(() => TakeOrdersUntil(end.Token)));
        }

        await Task.WhenAll(tasks).ConfigureAwait(false);
        var rate = Interlocked.Read(ref _orders) / clock.Elapsed.TotalSeconds;
        return _failures == 0
            ? $"{rate,12:N0} orders/s; {_refreshes} refreshes, none failed"
            : $"{rate,12:N0} orders/s; {_failures} of {_refreshes} refreshes failed: {_lastFailure}";
    }

    private void TakeOrdersUntil(CancellationToken end)
    {
        var orders = 0;
        for (var next = 0; !end.IsCancellationRequested; next = (next + 1) % PriceFeed.Items.Count)
        {
            cache.PriceOf(PriceFeed.Items[next]);
            orders++;
        }

        Interlocked.Add(ref _orders, orders);
    }

    private async Task RefreshUntil(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _refreshes++;
            try
            {
                cache.Refresh(PriceFeed.Latest);
            }
            catch (InvalidOperationException exception)
            {
                // As a timer does: the failure is logged and the service lives on with what it has.
                _failures++;
                _lastFailure = exception.Message;
            }

            await Task.Delay(RefreshPeriod, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
