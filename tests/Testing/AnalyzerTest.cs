using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing;

/// <summary>
/// A test of analyzers: sources with marks go in, and the diagnostics that are reported have to be those that are marked.
/// </summary>
/// <typeparam name="TVerifier">How the test fails.</typeparam>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Creates an empty test.</summary>
    protected AnalyzerTest() => TestState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);

    /// <summary>The language of the sources.</summary>
    public abstract string Language { get; }

    /// <summary>Adds a source to <see cref="TestState"/>.</summary>
    public string TestCode
    {
        set
        {
            if (value is not null)
            {
                TestState.Sources.Add(value);
            }
        }
    }

    /// <summary>All sources, and what is expected in them.</summary>
    public SolutionState TestState { get; }

    /// <summary>Diagnostics that are expected besides those that are marked.</summary>
    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    /// <summary>Checks that are left out.</summary>
    public TestBehaviors TestBehaviors { get; set; }

    /// <summary>How marks are read.</summary>
    public MarkupOptions MarkupOptions { get; set; }

    /// <summary>Which diagnostics of the compiler have to be marked.</summary>
    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>Ids that are switched off for the compilation.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    /// <summary>The framework that the sources are compiled against.</summary>
    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Net.Net100;

    /// <summary>Changes to the solution before it is compiled; each is called for every project.</summary>
    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    /// <summary>A further look at each diagnostic that is as expected.</summary>
    public Action<Diagnostic, DiagnosticResult, IVerifier>? DiagnosticVerifier { get; set; }

    /// <summary>What Microsoft.CodeAnalysis.Testing has not.</summary>
    public TestExtras Extra { get; } = new();

    /// <summary>How the test fails.</summary>
    protected IVerifier Verify { get; } = new TVerifier();

    /// <summary>The name of the first project.</summary>
    protected virtual string DefaultTestProjectName => "TestProject";

    /// <summary>What the path of a source starts with that has none.</summary>
    protected virtual string DefaultFilePathPrefix => "/0/Test";

    /// <summary>The ending of a source without a path.</summary>
    protected abstract string DefaultFileExt { get; }

    /// <summary>The ids that a code fix repairs.</summary>
    private protected virtual ImmutableArray<string> FixableIds => [];

    /// <summary>Runs the test.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        Verify.LanguageIsSupported(Language);
        Verify.NotEmpty($"{nameof(TestState)}.{nameof(SolutionState.Sources)}", TestState.Sources);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // On another thread, because an analyzer that loops gives this one never back.
            await Task.Run(() => RunImplAsync(time.Token), time.Token).WaitAsync(Extra.TimeLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await time.CancelAsync().ConfigureAwait(false);
            Verify.Fail($"The test has not ended after {Extra.TimeLimit}. Does an analyzer or a code fix loop? Extra.TimeLimit gives it more time.");
        }
    }

    /// <summary>The analyzers under test.</summary>
    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    /// <summary>The source generators that run on every project.</summary>
    protected virtual IEnumerable<Type> GetSourceGenerators() => [];

    /// <summary>The compiler options of every project.</summary>
    protected abstract CompilationOptions CreateCompilationOptions();

    /// <summary>The parse options of every project.</summary>
    protected abstract ParseOptions CreateParseOptions();

    /// <summary>What <c>[|..|]</c> means.</summary>
    protected virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
    {
        ArgumentNullException.ThrowIfNull(analyzers);
        var descriptors = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(descriptor => descriptor.Id).ToArray();
        return MarkupOptions.HasFlag(MarkupOptions.UseFirstDescriptor) ? descriptors.FirstOrDefault()
            : descriptors.Length == 1 ? descriptors[0]
            : null;
    }

    /// <summary>Whether a diagnostic of the compiler has to be marked.</summary>
    protected virtual bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return compilerDiagnostics switch
        {
            CompilerDiagnostics.None => false,
            CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
            CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
            CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
            _ => true,
        };
    }

    /// <summary>What the test does once it is known to have sources.</summary>
    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var session = CreateSession();
        await VerifyStateAsync(session, session.Reader.Read(TestState), Verify.PushContext("Diagnostics of test state"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Fresh analyzers, and what reads and builds states for them.</summary>
    private protected TestSession CreateSession()
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. GetDiagnosticAnalyzers()];
        if (analyzers.IsEmpty)
        {
            analyzers = [new EmptyDiagnosticAnalyzer()];
        }

        ImmutableArray<DiagnosticDescriptor> descriptors = [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];
        return new TestSession(
            analyzers,
            new MarkupReader(descriptors, GetDefaultDiagnostic([.. analyzers]), FixableIds, MarkupOptions, ReferenceAssemblies),
            new SolutionFactory(
                CompilationSettings.Apply((CSharpCompilationOptions)CreateCompilationOptions(), descriptors, DisabledDiagnostics),
                (CSharpParseOptions)CreateParseOptions(),
                [.. GetSourceGenerators()],
                Extra,
                SolutionTransforms));
    }

    /// <summary>Verifies the diagnostics of a state, in all the ways in which analyzers are run.</summary>
    private protected async Task<VerifiedState> VerifyStateAsync(TestSession session, TestSolution test, IVerifier verifier, CancellationToken cancellationToken)
    {
        var solution = await session.Factory.CreateAsync(test, cancellationToken).ConfigureAwait(false);
        var collector = new DiagnosticCollector(session.Analyzers, verifier);
        var all = await ParallelRuns.CollectAsync(collector, solution, Extra.ParallelRuns, verifier, cancellationToken).ConfigureAwait(false);
        var reported = all.Where(found => !found.IsFromCompiler || IsCompilerDiagnosticIncluded(found.Diagnostic, CompilerDiagnostics)).ToImmutableArray();
        await DiagnosticMatcher.VerifyAsync(reported, test, DiagnosticVerifier, verifier).ConfigureAwait(false);

        if (Extra.LiveMode)
        {
            await LiveView.VerifyAsync(collector, solution, reported, verifier.PushContext("Live: one document at a time, as in an editor"), cancellationToken).ConfigureAwait(false);
        }

        if (!TestBehaviors.HasFlag(TestBehaviors.SkipSuppressionCheck))
        {
            await SourceVariants.VerifySuppressedAsync(collector, solution, reported, verifier.PushContext("Suppressed by pragma"), cancellationToken).ConfigureAwait(false);
        }

        if (!TestBehaviors.HasFlag(TestBehaviors.SkipGeneratedCodeCheck))
        {
            await SourceVariants.VerifyGeneratedAsync(collector, solution, reported, verifier.PushContext("Generated code"), cancellationToken).ConfigureAwait(false);
        }

        return new VerifiedState(solution, all);
    }
}
