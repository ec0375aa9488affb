using System;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>
/// What the repairs of DICT201, DICT202 and DICT203 cost and gain: the same look-ups and writes of a table that threads share, as a
/// Dictionary under a lock, as a ConcurrentDictionary, and as an immutable or frozen table of which copies are published.
/// </summary>
#pragma warning disable CA1001 // Cleanup gives the barrier back
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class SharedTableGain
#pragma warning restore CA1001
{
    private const int Keys = 1_000;
    private const int Operations = 20_000;
    private const int ReadsPerSeldomWrite = 2_000;

    private readonly Lock gate = new();
    private readonly Dictionary<int, int> plain = [];
    private readonly ConcurrentDictionary<int, int> concurrent = new();
    private ImmutableDictionary<int, int> immutable = ImmutableDictionary<int, int>.Empty;
    private FrozenDictionary<int, int> frozen = FrozenDictionary<int, int>.Empty;
    private Barrier barrier = null!;
    private volatile bool isDone;
    private Func<int, int> read = null!;
    private Action<int> write = null!;
    private int writeEvery;

    /// <summary>How many threads do the same at the same time.</summary>
    [Params(1, 8)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        for (var key = 0; key < Keys; key++)
        {
            plain[key] = key;
            concurrent[key] = key;
        }

        immutable = plain.ToImmutableDictionary();
        frozen = plain.ToFrozenDictionary();
        barrier = new Barrier(Threads);
        isDone = false;
        for (var number = 1; number < Threads; number++)
        {
            new Thread(Help) { IsBackground = true }.Start();
        }

        LockedSeldomWritten();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        isDone = true;
        barrier.SignalAndWait();
        barrier.Dispose();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("seldom written")]
    public void LockedSeldomWritten() => Run(ReadLocked, WriteLocked, ReadsPerSeldomWrite);

    [Benchmark]
    [BenchmarkCategory("seldom written")]
    public void ConcurrentSeldomWritten() => Run(ReadConcurrent, WriteConcurrent, ReadsPerSeldomWrite);

    [Benchmark]
    [BenchmarkCategory("seldom written")]
    public void ImmutableSeldomWritten() => Run(ReadImmutable, WriteImmutable, ReadsPerSeldomWrite);

    [Benchmark]
    [BenchmarkCategory("seldom written")]
    public void FrozenSeldomWritten() => Run(ReadFrozen, WriteFrozen, ReadsPerSeldomWrite);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("written as often as read")]
    public void LockedOftenWritten() => Run(ReadLocked, WriteLocked, 2);

    [Benchmark]
    [BenchmarkCategory("written as often as read")]
    public void ConcurrentOftenWritten() => Run(ReadConcurrent, WriteConcurrent, 2);

    [Benchmark]
    [BenchmarkCategory("written as often as read")]
    public void ImmutableOftenWritten() => Run(ReadImmutable, WriteImmutable, 2);

    private int ReadLocked(int key)
    {
        lock (gate)
        {
            return plain.TryGetValue(key, out var value) ? value : 0;
        }
    }

    private void WriteLocked(int key)
    {
        lock (gate)
        {
            plain[key] = key + 1;
        }
    }

    private int ReadConcurrent(int key) => concurrent.TryGetValue(key, out var value) ? value : 0;

    private void WriteConcurrent(int key) => concurrent[key] = key + 1;

    private int ReadImmutable(int key) => Volatile.Read(ref immutable).TryGetValue(key, out var value) ? value : 0;

    // Another value than before, for the same one would copy nothing.
    private void WriteImmutable(int key) => ImmutableInterlocked.Update(
        ref immutable, static (current, added) => current.SetItem(added.Key, current[added.Key] + added.Value), (Key: key, Value: 1));

    private int ReadFrozen(int key) => Volatile.Read(ref frozen).TryGetValue(key, out var value) ? value : 0;

    private void WriteFrozen(int key)
    {
        lock (gate)
        {
            plain[key] = key + 1;
            Volatile.Write(ref frozen, plain.ToFrozenDictionary());
        }
    }

    // All begin together and are awaited together.
    private void Run(Func<int, int> reading, Action<int> writing, int every)
    {
        (read, write, writeEvery) = (reading, writing, every);
        barrier.SignalAndWait();
        Work();
        barrier.SignalAndWait();
    }

    private void Help()
    {
        while (true)
        {
            barrier.SignalAndWait();
            if (isDone)
            {
                return;
            }

            Work();
            barrier.SignalAndWait();
        }
    }

    private void Work()
    {
        for (var operation = 1; operation <= Operations; operation++)
        {
            if (operation % writeEvery == 0)
            {
                write(operation % Keys);
            }
            else
            {
                read(operation % Keys);
            }
        }
    }
}
