using System.Collections.Generic;
using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What the repair of DICT303 gains: four members made, one changed and all read, of a dictionary and of a record.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class DictionaryAsObjectGain
{
    private readonly string name = "a name";

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("all")]
    public long MembersOfADictionary()
    {
        var summary = MadeDictionary(name);
        summary["count"] = (int)summary["count"]! + 1;
        return ((string)summary["name"]!).Length + (int)summary["count"]! + (long)(double)summary["total"]! + (long)summary["next"]!;
    }

    [Benchmark]
    [BenchmarkCategory("all")]
    public long MembersOfARecord()
    {
        var summary = MadeRecord(name);
        summary.Count = summary.Count + 1;
        return summary.Name.Length + summary.Count + (long)summary.Total + summary.Next;
    }

    // Made in another method, as it mostly is: else the record would not even be allocated.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dictionary<string, object?> MadeDictionary(string name) => new() { ["name"] = name, ["count"] = 1_000, ["total"] = 12.5, ["next"] = 7L };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Summary MadeRecord(string name) => new() { Name = name, Count = 1_000, Total = 12.5, Next = 7L };

    private sealed record Summary
    {
        public required string Name { get; init; }

        public required int Count { get; set; }

        public required double Total { get; init; }

        public required long Next { get; init; }
    }
}
