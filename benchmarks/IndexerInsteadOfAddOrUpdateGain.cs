using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What the repair of DICT212 gains: values stored under keys that are there, by AddOrUpdate and by the indexer.</summary>
[MemoryDiagnoser]
[MinColumn]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class IndexerInsteadOfAddOrUpdateGain
{
    private const int Keys = 1_000;
    private const int Rounds = 16;

    private ConcurrentDictionary<int, string> map = null!;
    private string[] values = null!;

    /// <summary>How many threads store at the same time; together they store equally often.</summary>
    [Params(1, 8)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        map = new ConcurrentDictionary<int, string>(Enumerable.Range(0, Keys).ToDictionary(key => key, key => key.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        values = [.. map.Values];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Keys * Rounds)]
    [BenchmarkCategory("value")]
    public void AddOrUpdateOfAValue() => Run(rounds =>
    {
        for (var at = 0; at < rounds * Keys; at++)
        {
            var value = values[(at * 7) % Keys];
            map.AddOrUpdate(at % Keys, value, (_, _) => value);
        }
    });

    [Benchmark(OperationsPerInvoke = Keys * Rounds)]
    [BenchmarkCategory("value")]
    public void IndexerOfAValue() => Run(rounds =>
    {
        for (var at = 0; at < rounds * Keys; at++)
        {
            var value = values[(at * 7) % Keys];
            map[at % Keys] = value;
        }
    });

    [Benchmark(Baseline = true, OperationsPerInvoke = Keys * Rounds)]
    [BenchmarkCategory("constant")]
    public void AddOrUpdateOfAConstant() => Run(rounds =>
    {
        for (var at = 0; at < rounds * Keys; at++)
        {
            map.AddOrUpdate(at % Keys, "on", static (_, _) => "on");
        }
    });

    [Benchmark(OperationsPerInvoke = Keys * Rounds)]
    [BenchmarkCategory("constant")]
    public void IndexerOfAConstant() => Run(rounds =>
    {
        for (var at = 0; at < rounds * Keys; at++)
        {
            map[at % Keys] = "on";
        }
    });

    private void Run(System.Action<int> store)
    {
        if (Threads == 1)
        {
            store(Rounds);
        }
        else
        {
            Task.WaitAll([.. Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() => store(Rounds / Threads), TaskCreationOptions.LongRunning))]);
        }
    }
}
