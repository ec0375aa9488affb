using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Incidents.SharedPriceCache;

/// <summary>Customers who ask for prices, most of them for the same one, a timer that cleans the cache, and somebody who wants reports.</summary>
internal sealed class Shop(IPriceCache cache)
{
    private const int Customers = 8;

    private static readonly string[] s_items = [.. Enumerable.Range(1, 500).Select(number => $"item-{number}")];

    private long _asked;
    private int _reports;
    private int _failures;
    private string? _lastFailure;

    public async Task<string> Run(TimeSpan time)
    {
        var openBefore = Supplier.Open;
        using var end = new CancellationTokenSource(time);
        using var opening = new Barrier(Customers);
        var tasks = new List<Task> { OnThread(() => CleanUntil(end.Token)), OnThread(() => ReportUntil(end.Token)) };
        for (var customer = 0; customer < Customers; customer++)
        {
            var first = customer;
            tasks.Add(OnThread(() =>
            {
                opening.SignalAndWait();
                AskUntil(first, end.Token);
            }));
        }

        await Task.WhenAll(tasks).ConfigureAwait(false);
        return $"{_asked - cache.Questions,7:N0} of {_asked:N0} questions not counted; {Supplier.Open - openBefore} connections to 2 suppliers; "
            + (_failures == 0 ? $"{_reports:N0} reports, none failed" : $"{_failures:N0} of {_reports:N0} reports failed: {_lastFailure}");
    }

    private static Task OnThread(Action run) => Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void AskUntil(int first, CancellationToken end)
    {
        var asked = 0L;
        for (var next = first; !end.IsCancellationRequested; next++)
        {
            // Nearly all want the best seller.
            cache.PriceOf(s_items[next % 100 == 0 ? next / 100 % s_items.Length : 0]);
            asked++;
        }

        Interlocked.Add(ref _asked, asked);
    }

    private void CleanUntil(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            cache.Clean();
            Thread.Sleep(5);
        }
    }

    private void ReportUntil(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _reports++;
            try
            {
                cache.Report();
            }
            catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
            {
                _failures++;
                _lastFailure = exception.Message;
            }
        }
    }
}
