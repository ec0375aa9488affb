using System.Collections.Generic;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DictionaryAnalyzers.Benchmarks.Mapping;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What the repair of DICT302 gains: an object of five members, and one of a hundred, made a dictionary by way of JSON and by a generated mapper.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class JsonRoundTripGain
{
    private readonly SmallOrder small = new();
    private readonly WideOrder wide = WideOrder.Filled();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("5 members")]
    public Dictionary<string, object?> TextOfFive() => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(small))!;

    [Benchmark]
    [BenchmarkCategory("5 members")]
    public Dictionary<string, object?> BytesOfFive() => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.SerializeToUtf8Bytes(small))!;

    [Benchmark]
    [BenchmarkCategory("5 members")]
    public Dictionary<string, object?> ElementOfFive() => JsonSerializer.SerializeToElement(small).Deserialize<Dictionary<string, object?>>()!;

    [Benchmark]
    [BenchmarkCategory("5 members")]
    public Dictionary<string, object?> NodeOfFive() => JsonSerializer.SerializeToNode(small).Deserialize<Dictionary<string, object?>>()!;

    [Benchmark]
    [BenchmarkCategory("5 members")]
    public Dictionary<string, object?> MapperOfFive() => SmallMapper.ToDictionary(small);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("100 members")]
    public Dictionary<string, object?> TextOfAHundred() => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(wide))!;

    [Benchmark]
    [BenchmarkCategory("100 members")]
    public Dictionary<string, object?> ElementOfAHundred() => JsonSerializer.SerializeToElement(wide).Deserialize<Dictionary<string, object?>>()!;

    [Benchmark]
    [BenchmarkCategory("100 members")]
    public Dictionary<string, object?> MapperOfAHundred() => WideMapper.All(wide);
}
