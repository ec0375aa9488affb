using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What the repair of DICT213 gains and costs: look-ups in a Dictionary and in a frozen one, and making them.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class FrozenLookupGain
{
    private const int LookUps = 1_024;

    private KeyValuePair<string, int>[] words = null!;
    private Dictionary<string, int> byWord = null!;
    private FrozenDictionary<string, int> frozenByWord = null!;
    private Dictionary<int, int> byNumber = null!;
    private FrozenDictionary<int, int> frozenByNumber = null!;
    private string[] asked = null!;
    private int[] askedNumbers = null!;

    /// <summary>How many entries the table has.</summary>
    [Params(10, 1_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // Keys as configuration has them: a common beginning, and a rest that differs.
        words = [.. Enumerable.Range(0, Entries).Select(n => KeyValuePair.Create("setting." + (n * 7919).ToString("x", CultureInfo.InvariantCulture), n))];
        byWord = new Dictionary<string, int>(words, StringComparer.Ordinal);
        frozenByWord = byWord.ToFrozenDictionary(StringComparer.Ordinal);
        byNumber = Enumerable.Range(0, Entries).ToDictionary(n => n * 7919);
        frozenByNumber = byNumber.ToFrozenDictionary();

        // Every fourth is not there.
        asked = [.. Enumerable.Range(0, LookUps).Select(n => n % 4 == 0 ? "setting.none" + n : words[n * 31 % Entries].Key)];
        askedNumbers = [.. Enumerable.Range(0, LookUps).Select(n => n % 4 == 0 ? -n - 1 : n * 31 % Entries * 7919)];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = LookUps)]
    [BenchmarkCategory("string")]
    public int LookUpOfAWord()
    {
        var sum = 0;
        foreach (var word in asked)
        {
            sum += byWord.TryGetValue(word, out var found) ? found : 0;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = LookUps)]
    [BenchmarkCategory("string")]
    public int FrozenLookUpOfAWord()
    {
        var sum = 0;
        foreach (var word in asked)
        {
            sum += frozenByWord.TryGetValue(word, out var found) ? found : 0;
        }

        return sum;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = LookUps)]
    [BenchmarkCategory("int")]
    public int LookUpOfANumber()
    {
        var sum = 0;
        foreach (var number in askedNumbers)
        {
            sum += byNumber.TryGetValue(number, out var found) ? found : 0;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = LookUps)]
    [BenchmarkCategory("int")]
    public int FrozenLookUpOfANumber()
    {
        var sum = 0;
        foreach (var number in askedNumbers)
        {
            sum += frozenByNumber.TryGetValue(number, out var found) ? found : 0;
        }

        return sum;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("making")]
    public Dictionary<string, int> Making() => new(words, StringComparer.Ordinal);

    [Benchmark]
    [BenchmarkCategory("making")]
    public FrozenDictionary<string, int> MakingAFrozenOne() => new Dictionary<string, int>(words, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
}
