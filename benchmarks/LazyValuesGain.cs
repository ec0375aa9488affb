using System;
using System.Collections.Concurrent;
using System.Threading;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>
/// What the repair of DICT206 costs and gains: the same look-ups and the same first-time creations, with the values and with Lazy values,
/// of one thread and of eight.
/// </summary>
#pragma warning disable CA1001 // Cleanup gives the barrier back
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class LazyValuesGain
#pragma warning restore CA1001
{
    private const int Keys = 10_000;

    private readonly ConcurrentDictionary<int, Gate> full = new();
    private readonly ConcurrentDictionary<int, Lazy<Gate>> fullOfLazies = new();
    private ConcurrentDictionary<int, Gate> values = new();
    private ConcurrentDictionary<int, Lazy<Gate>> lazies = new();
    private Barrier barrier = null!;
    private volatile bool isDone;
    private bool isLazy;

    /// <summary>How many threads do the same at the same time.</summary>
    [Params(1, 8)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        barrier = new Barrier(Threads);
        isDone = false;
        for (var number = 1; number < Threads; number++)
        {
            new Thread(Help) { IsBackground = true }.Start();
        }

        HitOfValues();
        HitOfLazies();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        isDone = true;
        barrier.SignalAndWait();
        barrier.Dispose();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("hit")]
    public void HitOfValues()
    {
        (values, isLazy) = (full, false);
        Run();
    }

    [Benchmark]
    [BenchmarkCategory("hit")]
    public void HitOfLazies()
    {
        (lazies, isLazy) = (fullOfLazies, true);
        Run();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("miss")]
    public void MissOfValues()
    {
        (values, isLazy) = (new(), false);
        Run();
    }

    [Benchmark]
    [BenchmarkCategory("miss")]
    public void MissOfLazies()
    {
        (lazies, isLazy) = (new(), true);
        Run();
    }

    private static void Fill(ConcurrentDictionary<int, Gate> map)
    {
        for (var key = 0; key < Keys; key++)
        {
            map.GetOrAdd(key, static key => new Gate(key)).Touch();
        }
    }

    private static void Fill(ConcurrentDictionary<int, Lazy<Gate>> map)
    {
        for (var key = 0; key < Keys; key++)
        {
            map.GetOrAdd(key, static key => new Lazy<Gate>(() => new Gate(key))).Value.Touch();
        }
    }

    // All begin together and are awaited together.
    private void Run()
    {
        barrier.SignalAndWait();
        Fill();
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

            Fill();
            barrier.SignalAndWait();
        }
    }

    private void Fill()
    {
        if (isLazy)
        {
            Fill(lazies);
        }
        else
        {
            Fill(values);
        }
    }

    /// <summary>What a factory makes: an object with a buffer of a kilobyte, as a connection or a client has several.</summary>
    private sealed class Gate(int key)
    {
        private readonly byte[] buffer = new byte[1024];

        public void Touch() => buffer[0] = (byte)key;
    }
}
