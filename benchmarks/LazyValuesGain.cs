using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>
/// What the repair of DICT206 costs and gains: the same look-ups and the same first-time creations, with the values and with Lazy values,
/// of one thread and of eight.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class LazyValuesGain
{
    private const int Keys = 1_000;

    private readonly ConcurrentDictionary<int, Gate> values = new();
    private readonly ConcurrentDictionary<int, Lazy<Gate>> lazies = new();
    private Action<Action>? run;

    /// <summary>How many threads do the same at the same time.</summary>
    [Params(1, 8)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        run = Threads == 1 ? action => action() : Together;
        HitOfValues();
        HitOfLazies();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("hit")]
    public void HitOfValues() => run!(() => Fill(values));

    [Benchmark]
    [BenchmarkCategory("hit")]
    public void HitOfLazies() => run!(() => Fill(lazies));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("miss")]
    public int MissOfValues()
    {
        var map = new ConcurrentDictionary<int, Gate>();
        run!(() => Fill(map));
        return map.Count;
    }

    [Benchmark]
    [BenchmarkCategory("miss")]
    public int MissOfLazies()
    {
        var map = new ConcurrentDictionary<int, Lazy<Gate>>();
        run!(() => Fill(map));
        return map.Count;
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

    private void Together(Action action)
    {
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() => action())).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    /// <summary>What a factory makes: an object with a buffer of a kilobyte, as a connection or a client has several.</summary>
    private sealed class Gate(int key)
    {
        private readonly byte[] buffer = new byte[1024];

        public void Touch() => buffer[0] = (byte)key;
    }
}
