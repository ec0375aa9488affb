using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>
/// What the repair of DICT207 costs or gains: a copy in two steps and one in one step, by one thread and by eight at once. Nobody
/// changes the dictionary meanwhile, since else the first would throw.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class AtomicCopyCost
{
    private const int Copies = 64;

    private ConcurrentDictionary<int, long> map = null!;

    /// <summary>How many entries the dictionary has.</summary>
    [Params(10, 1_000)]
    public int Entries { get; set; }

    /// <summary>How many threads copy at once.</summary>
    [Params(1, 8)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup() => map = new(Enumerable.Range(0, Entries).Select(number => KeyValuePair.Create(number, (long)number)));

    [Benchmark(Baseline = true, OperationsPerInvoke = Copies)]
    [BenchmarkCategory("list to walk")]
    public void ToList() => Run(() =>
    {
        foreach (var pair in map.ToList())
        {
        }
    });

    [Benchmark(OperationsPerInvoke = Copies)]
    [BenchmarkCategory("list to walk")]
    public void OwnToArray() => Run(() =>
    {
        foreach (var pair in map.ToArray())
        {
        }
    });

    [Benchmark(Baseline = true, OperationsPerInvoke = Copies)]
    [BenchmarkCategory("list to keep")]
    public void NewList() => Run(() => _ = new List<KeyValuePair<int, long>>(map));

    [Benchmark(OperationsPerInvoke = Copies)]
    [BenchmarkCategory("list to keep")]
    public void NewListOfOwnToArray() => Run(() => _ = new List<KeyValuePair<int, long>>(map.ToArray()));

    [Benchmark(Baseline = true, OperationsPerInvoke = Copies)]
    [BenchmarkCategory("sorted walk")]
    public void OrderBy() => Run(() =>
    {
        foreach (var pair in map.OrderBy(pair => pair.Value))
        {
        }
    });

    [Benchmark(OperationsPerInvoke = Copies)]
    [BenchmarkCategory("sorted walk")]
    public void OrderByOfOwnToArray() => Run(() =>
    {
        foreach (var pair in map.ToArray().OrderBy(pair => pair.Value))
        {
        }
    });

    private void Run(System.Action copy)
    {
        if (Threads == 1)
        {
            for (var done = 0; done < Copies; done++)
            {
                copy();
            }

            return;
        }

        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, _ =>
        {
            for (var done = 0; done < Copies / Threads; done++)
            {
                copy();
            }
        });
    }
}
