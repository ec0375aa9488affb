using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What the repairs of DICT301 gain: an object of twelve properties becomes a dictionary, by reflection and by the mapper that takes its place.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class ReflectionConversionGain
{
    private readonly Parcel parcel = new() { Code = "p1", Weight = 3, Street = "High Street", City = "London", Sender = "A", Receiver = "B" };

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("expression")]
    public Dictionary<string, object?> Reflection() => parcel.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(parcel));

    [Benchmark]
    [BenchmarkCategory("expression")]
    public Dictionary<string, object?> Mapper() => ParcelMapper.ToDictionary(parcel);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("expression with a comparer")]
    public Dictionary<string, object?> ReflectionWithComparer() => parcel.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(parcel), StringComparer.OrdinalIgnoreCase);

    [Benchmark]
    [BenchmarkCategory("expression with a comparer")]
    public Dictionary<string, object?> MapperWithComparer() => new(ParcelMapper.ToDictionary(parcel), StringComparer.OrdinalIgnoreCase);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("loop with a comparer")]
    public Dictionary<string, object?> ReflectionLoop()
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in typeof(Parcel).GetProperties())
        {
            values[property.Name] = property.GetValue(parcel);
        }

        return values;
    }

    [Benchmark]
    [BenchmarkCategory("loop with a comparer")]
    public Dictionary<string, object?> MapperLoop()
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        ParcelMapper.CopyTo(parcel, values);
        return values;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("three listed members")]
    public Dictionary<string, object?> ReflectionOfThree() =>
        parcel.GetType().GetProperties().Where(p => p.Name is "Code" or "Weight" or "City").ToDictionary(p => p.Name, p => p.GetValue(parcel));

    [Benchmark]
    [BenchmarkCategory("three listed members")]
    public Dictionary<string, object?> MapperOfThree() => ParcelMapper.ToDictionary2(parcel);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("helper")]
    public Dictionary<string, object?> ReflectionInAHelper() => Reflected(parcel);

    [Benchmark]
    [BenchmarkCategory("helper")]
    public Dictionary<string, object?> MapperInAHelper() => Dispatched(parcel);

    private static Dictionary<string, object?> Reflected(object source) => source.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(source));

    private static Dictionary<string, object?> Dispatched(object source) =>
        source switch
        {
            Parcel known => ParcelMapper.ToDictionary(known),
            _ => source.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(source)),
        };
}

/// <summary>What is converted.</summary>
public sealed class Parcel
{
    public string Code { get; set; } = "";

    public int Weight { get; set; }

    public int Height { get; set; }

    public int Width { get; set; }

    public int Depth { get; set; }

    public string? Street { get; set; }

    public string? City { get; set; }

    public string? Sender { get; set; }

    public string? Receiver { get; set; }

    public DateTime Posted { get; set; }

    public decimal Postage { get; set; }

    public bool IsUrgent { get; set; }
}

[DictionaryMapper]
internal static partial class ParcelMapper
{
    public static partial Dictionary<string, object?> ToDictionary(this Parcel parcel);

    [DictionaryMapping(Include = new[] { "Code", "Weight", "City" })]
    public static partial Dictionary<string, object?> ToDictionary2(this Parcel parcel);

    public static partial void CopyTo(this Parcel parcel, IDictionary<string, object?> target);
}
