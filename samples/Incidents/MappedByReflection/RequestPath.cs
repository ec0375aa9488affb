using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace Incidents.MappedByReflection;

/// <summary>Requests on every core, each of which leaves a trace of its order.</summary>
internal sealed class RequestPath(IAuditTrail trail)
{
    private static readonly Order s_order = new() { Id = 7, Number = "A-7", Customer = "Ada", Email = "ada@example.org", CardNumber = "4000 1234 5678 9010", Total = 99.5m, Created = DateTime.UnixEpoch };

    private long _requests;
    private long _bytes;

    public async Task<string> Run(TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var clock = Stopwatch.StartNew();
        var collections = GC.CollectionCount(0);
        var workers = new Task[Environment.ProcessorCount];
        for (var worker = 0; worker < workers.Length; worker++)
        {
            workers[worker] = Task.Factory.StartNew(() => ServeUntil(end.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        await Task.WhenAll(workers).ConfigureAwait(false);
        var leaks = trail.Describe(s_order).ContainsKey(nameof(Order.CardNumber));
        return $"{_requests / clock.Elapsed.TotalSeconds,12:N0} requests/s, {_bytes / Math.Max(1, _requests):N0} bytes each, {GC.CollectionCount(0) - collections} collections; the number of the card is {(leaks ? "in the trail" : "nowhere")}";
    }

    private void ServeUntil(CancellationToken end)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var requests = 0L;
        while (!end.IsCancellationRequested)
        {
            trail.Describe(s_order);
            requests++;
        }

        Interlocked.Add(ref _bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        Interlocked.Add(ref _requests, requests);
    }
}
