using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace DictionaryAnalyzers.Tests.Smoke;

public class CancellationTests
{
    private static readonly string Source = "using System.Collections.Generic;\n" + string.Concat(Enumerable.Range(0, 60).Select(n => $$"""
        class C{{n}}
        {
            readonly Dictionary<int, int> d = new();
            void M() { foreach (var p in d) { F(p.Key); } }
            void F(int k) { G(k); H(k); }
            void G(int k) { d[k + 1] = k; H(k); }
            void H(int k) { if (k > 0) { F(k - 1); } }
        }

        """));

    [Fact]
    public async Task BeforeTheStart_NothingRuns()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => AllAnalyzers.ReportAsync(AllAnalyzers.Compile(AllAnalyzers.Modern, AllAnalyzers.Parse(Source)), source.Token));
    }

    /// <summary>Wherever it is cancelled, the run ends with the cancellation, and no analyzer takes it for an exception of its own.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(40)]
    public async Task InTheMiddle_TheRunEndsWithTheCancellation(int loops)
    {
        var compilation = AllAnalyzers.Compile(AllAnalyzers.Modern, AllAnalyzers.Parse(Source));
        Assert.Empty(await CancelledRunAsync(compilation, loops));
    }

    [Fact]
    public async Task AfterACancelledRun_TheSameCompilationGivesTheWholeResult()
    {
        var expected = await AllAnalyzers.ReportAsync(AllAnalyzers.Compile(AllAnalyzers.Modern, AllAnalyzers.Parse(Source)), CancellationToken.None);
        Assert.Equal(60, expected.Count(report => report.Contains("DICT101", StringComparison.Ordinal)));

        var compilation = AllAnalyzers.Compile(AllAnalyzers.Modern, AllAnalyzers.Parse(Source));
        await CancelledRunAsync(compilation, loops: 10);

        Assert.Equal(expected, await AllAnalyzers.ReportAsync(compilation, CancellationToken.None));
    }

    private static async Task<Exception[]> CancelledRunAsync(Compilation compilation, int loops)
    {
        var exceptions = new ConcurrentQueue<Exception>();
        using var source = new CancellationTokenSource();
        var run = compilation.WithAnalyzers(
            [new CancellingAnalyzer(source, loops), .. AllAnalyzers.Instances],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, _, _) => exceptions.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.GetAnalyzerDiagnosticsAsync(source.Token));
        return [.. exceptions];
    }

    /// <summary>Cancels the run that it takes part in, when it has seen a number of loops.</summary>
#pragma warning disable RS1001, RS2008 // it is never loaded from an assembly, nor shipped
    private sealed class CancellingAnalyzer(CancellationTokenSource source, int loops) : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("TEST001", "Cancels", "Cancels", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
        private int seen;

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                _ =>
                {
                    if (Interlocked.Increment(ref seen) == loops)
                    {
                        source.Cancel();
                    }
                },
                OperationKind.Loop);
        }
    }
#pragma warning restore RS1001, RS2008
}
