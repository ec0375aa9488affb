using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

/// <summary>
/// Copies a plain concurrent dictionary while another thread adds and removes. A race that does not show in time proves nothing
/// and fails nothing: RacyCopiesTests shows the same row without one.
/// </summary>
public class RacyCopyRaces
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Trial = TimeSpan.FromMilliseconds(100);

    private static readonly Dictionary<string, Action<ConcurrentDictionary<int, int>>> TwoSteps = new()
    {
        ["ToList"] = cd => cd.ToList(),
        ["spread"] = cd => { KeyValuePair<int, int>[] copy = [.. cd]; },
        ["spread beside others"] = cd => { List<KeyValuePair<int, int>> copy = [default, .. cd]; },
        ["new List"] = cd => _ = new List<KeyValuePair<int, int>>(cd),
        ["AddRange"] = cd => new List<KeyValuePair<int, int>>().AddRange(cd),
        ["OrderBy"] = cd => cd.OrderBy(pair => pair.Key).ToArray(),
        ["Reverse"] = cd => cd.Reverse().ToArray(),
        ["ToImmutableArray"] = cd => cd.ToImmutableArray(),
        ["new Queue"] = cd => _ = new Queue<KeyValuePair<int, int>>(cd),
    };

    private static readonly Dictionary<string, Action<ConcurrentDictionary<int, int>>> OneStep = new()
    {
        ["own ToArray"] = cd => cd.ToArray(),
        ["own ToArray, then ToList"] = cd => cd.ToArray().ToList(),
        ["spread of own ToArray"] = cd => { List<KeyValuePair<int, int>> copy = [default, .. cd.ToArray()]; },
        ["own ToArray, then OrderBy"] = cd => cd.ToArray().OrderBy(pair => pair.Key).ToArray(),
        ["AddRange of own ToArray"] = cd => new List<KeyValuePair<int, int>>().AddRange(cd.ToArray()),
        ["walk"] = cd => { foreach (var pair in cd) { } },
        ["Where"] = cd => cd.Where(pair => pair.Key > 0).ToList(),
        ["ToDictionary"] = cd => cd.ToDictionary(pair => pair.Key, pair => pair.Value),
        ["new Dictionary"] = cd => _ = new Dictionary<int, int>(cd),
        ["Keys"] = cd => cd.Keys.ToList(),
        ["OrderBy, then First"] = cd => cd.OrderBy(pair => pair.Key).FirstOrDefault(),
    };

    [Fact]
    public void SomeCopyInTwoSteps_ThrowsUnderARace()
    {
        var shown = TwoSteps.Where(row => Race(row.Value, Patience)).Select(row => row.Key).ToArray();

        // On a loaded machine not all of them; not one of them in twenty seconds would mean that the fault is gone.
        Assert.NotEmpty(shown);
    }

    [Fact]
    public void NoCopyInOneStep_ThrowsUnderARace() =>
        Assert.Empty(OneStep.Where(row => Race(row.Value, Trial)).Select(row => row.Key));

    private static bool Race(Action<ConcurrentDictionary<int, int>> copy, TimeSpan limit)
    {
        var cd = new ConcurrentDictionary<int, int>(Enumerable.Range(0, 16).Select(number => KeyValuePair.Create(number, number)));
        using var end = new CancellationTokenSource();
        var writer = Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; !end.IsCancellationRequested; round++)
                {
                    for (var key = 100; key < 164; key++)
                    {
                        cd[key] = round;
                    }

                    for (var key = 100; key < 164; key++)
                    {
                        cd.TryRemove(key, out _);
                    }
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < limit;)
            {
                try
                {
                    copy(cd);
                }
                catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            end.Cancel();
            writer.Wait();
        }
    }
}
