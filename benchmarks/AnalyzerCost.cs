using System.Collections.Immutable;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What all rules of the package cost together, against an analyzer that does nothing. Each run starts from a fresh compilation, so that nothing is known beforehand.</summary>
[MemoryDiagnoser]
public class AnalyzerCost
{
    private CSharpCompilation corpus = null!;
    private ImmutableArray<DiagnosticAnalyzer> rules;

    /// <summary>Which sources are analyzed.</summary>
    [Params("200 classes, nothing to report", "200 classes, two reports in each", "this repository's src")]
    public string Sources { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        corpus = Sources switch
        {
            "200 classes, nothing to report" => Corpus.WithoutHits(200),
            "200 classes, two reports in each" => Corpus.WithHits(200),
            _ => Corpus.OwnSources(),
        };
        rules = Rules.All;
    }

    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> Empty() => RunAsync([new EmptyAnalyzer()]);

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> AllRules() => RunAsync(rules);

    private Task<ImmutableArray<Diagnostic>> RunAsync(ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        corpus.Clone().WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
}
