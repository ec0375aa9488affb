using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>What an editor waits for after a keystroke in a file of 5,000 lines: the diagnostics of that one document, from a compilation that has just changed.</summary>
[MemoryDiagnoser]
public class KeystrokeCost
{
    private CSharpCompilation solution = null!;

    /// <summary>How many other files the project has.</summary>
    [Params(0, 400)]
    public int OtherFiles { get; set; }

    [GlobalSetup]
    public void Setup() => solution = Corpus.OneLongFile(5_000).AddSyntaxTrees(Corpus.WithoutHits(OtherFiles).SyntaxTrees
        .Select(tree => tree.WithRootAndOptions(CSharpSyntaxTree.ParseText(tree.ToString().Replace("namespace Corpus;", "namespace Others;", System.StringComparison.Ordinal), (CSharpParseOptions)tree.Options).GetRoot(), tree.Options)));

    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> Empty() => RunAsync([new EmptyAnalyzer()]);

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> AllRules() => RunAsync(Rules.All);

    private async Task<ImmutableArray<Diagnostic>> RunAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var typed = solution.SyntaxTrees[0];
        var text = await typed.GetTextAsync();
        var edited = typed.WithChangedText(text.Replace(text.Length, 0, "// typed"));
        var compilation = solution.ReplaceSyntaxTree(typed, edited);
        return await compilation.WithAnalyzers(analyzers).GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(edited), null, default);
    }
}
