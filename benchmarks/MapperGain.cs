using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DictionaryAnalyzers.Benchmarks.Mapping;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>The generated mapper against hand-written code, reflection and a JSON round trip: an object with a hundred members, five of them or all.</summary>
[MemoryDiagnoser]
[MinColumn]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class MapperGain
{
    private static readonly HashSet<string> Wanted = ["OrderId", "CustomerName", "ShippingCountry", "PaymentTotal", "DeliveryDate"];

    private readonly WideOrder order = WideOrder.Filled();
    private readonly Dictionary<string, object?> values = HandWritten.All(WideOrder.Filled());

    // Not the literals of the switch: equal, but other objects.
    private readonly string[] keys = [.. new[] { "CustomerName", "PaymentIsActive", "InvoiceCountry" }.Select(key => new string(key.AsSpan()))];

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("listed")]
    public Dictionary<string, object?> HandWrittenListed() => HandWritten.Listed(order);

    [Benchmark]
    [BenchmarkCategory("listed")]
    public Dictionary<string, object?> GeneratedListed() => WideMapper.Listed(order);

    [Benchmark]
    [BenchmarkCategory("listed")]
    public Dictionary<string, object?> ReflectionListed()
    {
        var result = new Dictionary<string, object?>();
        foreach (var property in order.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (Wanted.Contains(property.Name))
            {
                result[property.Name] = property.GetValue(order);
            }
        }

        return result;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("all")]
    public Dictionary<string, object?> HandWrittenAll() => HandWritten.All(order);

    [Benchmark]
    [BenchmarkCategory("all")]
    public Dictionary<string, object?> GeneratedAll() => WideMapper.All(order);

    [Benchmark]
    [BenchmarkCategory("all")]
    public Dictionary<string, object?> ReflectionAll()
    {
        var result = new Dictionary<string, object?>();
        foreach (var property in order.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            result[property.Name] = property.GetValue(order);
        }

        return result;
    }

    [Benchmark]
    [BenchmarkCategory("all")]
    public Dictionary<string, object?>? JsonAll() => JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(order));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("three keys")]
    public int DictionaryAndThreeKeys() => Found(HandWritten.All(order));

    [Benchmark]
    [BenchmarkCategory("three keys")]
    public int ViewAndThreeKeys() => Found(WideMapper.View(order));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("walk")]
    public int DictionaryAndWalk() => Nulls(HandWritten.All(order));

    [Benchmark]
    [BenchmarkCategory("walk")]
    public int ViewAndWalk() => Nulls(WideMapper.View(order));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("back")]
    public WideOrder HandWrittenBack() => HandWritten.Back(values);

    [Benchmark]
    [BenchmarkCategory("back")]
    public WideOrder GeneratedBack() => WideMapper.Back(values);

    [Benchmark]
    [BenchmarkCategory("back")]
    public WideOrder? GeneratedTryBack() => WideMapper.TryBack(values, out var made, out _) ? made : null;

    [Benchmark]
    [BenchmarkCategory("back")]
    public WideOrder? JsonBack() => JsonSerializer.Deserialize<WideOrder>(JsonSerializer.Serialize(values));

    private int Found(IReadOnlyDictionary<string, object?> map)
    {
        var found = 0;
        foreach (var key in keys)
        {
            if (map.TryGetValue(key, out var value) && value is not null)
            {
                found++;
            }
        }

        return found;
    }

    private static int Nulls(IReadOnlyDictionary<string, object?> map)
    {
        var nulls = 0;
        foreach (var pair in map)
        {
            if (pair.Value is null)
            {
                nulls++;
            }
        }

        return nulls;
    }
}
