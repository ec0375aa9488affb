using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>
/// What the repairs of DICT208 gain: walks over the keys and over the dictionary, counts with and without a copy and before the loop, by one
/// thread and by eight at once.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class WholeTableGain
{
    private const int Rounds = 64;

    private ConcurrentDictionary<int, long> map = null!;

    /// <summary>How many entries the dictionary has.</summary>
    [Params(10, 1_000)]
    public int Entries { get; set; }

    /// <summary>How many threads use it at once.</summary>
    [Params(1, 8)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => map = new(Enumerable.Range(0, Entries).Select(number => KeyValuePair.Create(number, (long)number)));

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds)]
    [BenchmarkCategory("walk")]
    public long WalkOfKeys() => Run(_ =>
    {
        var sum = 0L;
        foreach (var key in map.Keys)
        {
            sum += key;
        }

        return sum;
    });

    [Benchmark(OperationsPerInvoke = Rounds)]
    [BenchmarkCategory("walk")]
    public long WalkOfDictionary() => Run(_ =>
    {
        var sum = 0L;
        foreach (var (key, _) in map)
        {
            sum += key;
        }

        return sum;
    });

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds)]
    [BenchmarkCategory("count of keys")]
    public long CountOfKeys() => Run(_ => map.Keys.Count);

    [Benchmark(OperationsPerInvoke = Rounds)]
    [BenchmarkCategory("count of keys")]
    public long CountOfDictionary() => Run(_ => map.Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds)]
    [BenchmarkCategory("count in a loop")]
    public long CountInEachStep() => Run(_ => map.Count);

    [Benchmark(OperationsPerInvoke = Rounds)]
    [BenchmarkCategory("count in a loop")]
    public long CountBefore()
    {
        var count = map.Count;
        return Run(_ => count);
    }

    private long Run(Func<int, long> step)
    {
        if (Threads == 1)
        {
            return Repeat(Rounds);
        }

        var sums = new long[Threads];
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread => sums[thread] = Repeat(Rounds / Threads));
        return sums.Sum();

        long Repeat(int times)
        {
            var sum = 0L;
            for (var round = 0; round < times; round++)
            {
                sum += step(round);
            }

            return sum;
        }
    }
}
