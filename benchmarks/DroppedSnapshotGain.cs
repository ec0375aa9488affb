using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What the repair of DICT102 gains: the same walk over a dictionary, with the copy and without it.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class DroppedSnapshotGain
{
    private Dictionary<int, long> map = null!;

    /// <summary>How many entries the dictionary has.</summary>
    [Params(10, 1_000, 100_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Setup() => map = Enumerable.Range(0, Entries).ToDictionary(number => number, number => (long)number);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("walk")]
    public long WalkOfAList()
    {
        var sum = 0L;
        foreach (var pair in map.ToList())
        {
            sum += pair.Value;
        }

        return sum;
    }

    [Benchmark]
    [BenchmarkCategory("walk")]
    public long WalkWithoutCopy()
    {
        var sum = 0L;
        foreach (var pair in map)
        {
            sum += pair.Value;
        }

        return sum;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("overwrite")]
    public void OverwriteOverAnArrayOfKeys()
    {
        foreach (var key in map.Keys.ToArray())
        {
            map[key]++;
        }
    }

    [Benchmark]
    [BenchmarkCategory("overwrite")]
    public void OverwriteWithoutCopy()
    {
        foreach (var key in map.Keys)
        {
            map[key]++;
        }
    }
}
