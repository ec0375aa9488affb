using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Testing;

/// <summary>
/// A test of analyzers and code fixes: the fixes are applied one by one, and by fix-all in document, project and solution, and each
/// way has to end in the fixed code. Where no fixed code is set, or the same as before, no fix may be offered.
/// </summary>
/// <typeparam name="TVerifier">How the test fails.</typeparam>
public abstract class CodeFixTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    /// <summary>Creates an empty test.</summary>
    protected CodeFixTest()
    {
        FixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
        BatchFixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    /// <summary>Adds a source to <see cref="FixedState"/>.</summary>
    public string FixedCode
    {
        set
        {
            if (value is not null)
            {
                FixedState.Sources.Add(value);
            }
        }
    }

    /// <summary>All sources after the fixes, and what is still expected in them. What is not set is as in the test state.</summary>
    public SolutionState FixedState { get; }

    /// <summary>Adds a source to <see cref="BatchFixedState"/>.</summary>
    public string BatchFixedCode
    {
        set
        {
            if (value is not null)
            {
                BatchFixedState.Sources.Add(value);
            }
        }
    }

    /// <summary>All sources after fix-all, where they are other than after the single fixes.</summary>
    public SolutionState BatchFixedState { get; }

    /// <summary>The key of the action that is applied; null takes the first.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>The number of the action that is applied, among those with the key.</summary>
    public int? CodeActionIndex { get; set; }

    /// <summary>A further look at the action that is applied.</summary>
    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    /// <summary>How the tree that a fix built is compared with its text.</summary>
    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    /// <summary>Checks that are left out.</summary>
    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>
    /// How many single fixes are applied: exactly so many, or at most so many where it is negative. Null is at most one for each diagnostic.
    /// </summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>
    /// How often fix-all is applied in a scope, as <see cref="NumberOfIncrementalIterations"/>. Null is at most once for the solution, for each
    /// project and for each document.
    /// </summary>
    public int? NumberOfFixAllIterations { get; set; }

    /// <summary>How often fix-all in document is applied. Null is <see cref="NumberOfFixAllIterations"/>.</summary>
    public int? NumberOfFixAllInDocumentIterations { get; set; }

    /// <summary>How often fix-all in project is applied. Null is <see cref="NumberOfFixAllIterations"/>.</summary>
    public int? NumberOfFixAllInProjectIterations { get; set; }

    private protected override ImmutableArray<string> FixableIds => [.. GetCodeFixProviders().SelectMany(provider => provider.FixableDiagnosticIds)];

    /// <summary>The code fixes under test.</summary>
    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    /// <summary>Which of the diagnostics that can be repaired is repaired next.</summary>
    protected virtual Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) => fixableDiagnostics.FirstOrDefault();

    /// <inheritdoc />
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics) || FixableIds.Contains(diagnostic.Id);

    /// <inheritdoc />
    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        var session = CreateSession();
        ImmutableArray<CodeFixProvider> providers = [.. GetCodeFixProviders()];
        if (Extra.CheckProvider)
        {
            ImmutableArray<DiagnosticDescriptor> descriptors = [.. session.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)];
            foreach (var provider in providers.Where(provider => provider is not EmptyCodeFixProvider))
            {
                ProviderExport.Verify(provider, descriptors, Verify.PushContext("Export of the code fix provider"));
            }
        }

        var fixedState = FixedState.InheritFrom(TestState, FixableIds);
        var batchFixedState = BatchFixedState.InheritFrom(fixedState, FixableIds);
        var before = session.Reader.Read(TestState);
        var after = session.Reader.Read(fixedState);
        var afterBatch = session.Reader.Read(batchFixedState);

        var verified = await VerifyStateAsync(session, before, Verify.PushContext("Diagnostics of test state"), cancellationToken).ConfigureAwait(false);
        await VerifyOffersAsync(session, providers, verified, before.HasSameFiles(after) && before.HasSameFiles(afterBatch), cancellationToken).ConfigureAwait(false);

        await VerifyFixedAsync(session, providers, verified, after, before.HasSameFiles(after), cancellationToken).ConfigureAwait(false);
        await VerifyFixAllAsync(session, providers, verified, afterBatch, before.HasSameFiles(afterBatch), !after.HasSameFiles(afterBatch), cancellationToken).ConfigureAwait(false);
    }

    private async Task VerifyOffersAsync(
        TestSession session, ImmutableArray<CodeFixProvider> providers, VerifiedState before, bool nothingChanges, CancellationToken cancellationToken)
    {
        var fixes = CreateFixes(session, providers, "Offered fixes");
        await Offers.VerifyAsync(fixes, before.Solution, Extra, cancellationToken).ConfigureAwait(false);
        if (nothingChanges)
        {
            await Offers.VerifyNoneAsync(fixes, before.Solution, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await Offers.VerifySomeAsync(fixes, before.Solution, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task VerifyFixedAsync(
        TestSession session, ImmutableArray<CodeFixProvider> providers, VerifiedState before, TestSolution expected, bool isUnchanged, CancellationToken cancellationToken)
    {
        if (isUnchanged)
        {
            return;
        }

        var fixes = CreateFixes(session, providers, "Fixes applied one by one");
        var limit = new IterationLimit(NumberOfIncrementalIterations ?? -(await fixes.FixableAsync(before.Solution, cancellationToken).ConfigureAwait(false)).Length);
        var fixing = new OneByOneFixing(fixes, limit, CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne), TrySelectDiagnosticToFix);
        var result = await fixing.ApplyAsync(before.Solution, cancellationToken).ConfigureAwait(false);
        await VerifyResultAsync(session, before, expected, result, "Fixes applied one by one", "Diagnostics of fixed state", verifyDiagnostics: true, cancellationToken).ConfigureAwait(false);
    }

    private async Task VerifyFixAllAsync(
        TestSession session,
        ImmutableArray<CodeFixProvider> providers,
        VerifiedState before,
        TestSolution expected,
        bool isUnchanged,
        bool verifyDiagnostics,
        CancellationToken cancellationToken)
    {
        (FixAllScope Scope, CodeFixTestBehaviors Skip, int? Iterations)[] scopes =
        [
            (FixAllScope.Document, CodeFixTestBehaviors.SkipFixAllInDocumentCheck, NumberOfFixAllInDocumentIterations ?? NumberOfFixAllIterations),
            (FixAllScope.Project, CodeFixTestBehaviors.SkipFixAllInProjectCheck, NumberOfFixAllInProjectIterations ?? NumberOfFixAllIterations),
            (FixAllScope.Solution, CodeFixTestBehaviors.SkipFixAllInSolutionCheck, NumberOfFixAllIterations),
        ];
        foreach (var (scope, skip, iterations) in scopes)
        {
            if (isUnchanged || CodeFixTestBehaviors.HasFlag(skip))
            {
                continue;
            }

            var context = $"Fix-all in {scope}";
            var fixes = CreateFixes(session, providers, context);
            var limit = new IterationLimit(iterations ?? -await CountUnitsAsync(fixes, before.Solution, scope, cancellationToken).ConfigureAwait(false));
            var result = await new FixAllFixing(fixes, scope, limit).ApplyAsync(before.Solution, cancellationToken).ConfigureAwait(false);
            await VerifyResultAsync(session, before, expected, result, context, "Diagnostics of batch fixed state", verifyDiagnostics, cancellationToken).ConfigureAwait(false);
            verifyDiagnostics = false;
        }
    }

    private async Task VerifyResultAsync(
        TestSession session,
        VerifiedState before,
        TestSolution expected,
        Solution result,
        string context,
        string diagnosticsContext,
        bool verifyDiagnostics,
        CancellationToken cancellationToken)
    {
        var wanted = await session.Factory.CreateAsync(expected, cancellationToken).ConfigureAwait(false);
        await SolutionText.VerifyAsync(wanted, result, Verify.PushContext(context), cancellationToken).ConfigureAwait(false);
        if (!verifyDiagnostics)
        {
            return;
        }

        var verifier = Verify.PushContext(diagnosticsContext);
        var verified = await VerifyStateAsync(session, expected, verifier, cancellationToken).ConfigureAwait(false);
        if (CompilerDiagnostics != CompilerDiagnostics.None)
        {
            CompilerWarnings.VerifyNoNew(before.Reported, verified.Reported, expected.Expected, verifier);
        }

        await Companions.VerifyNoNewAsync(
            session.Analyzers, Extra.Companions, [.. Extra.NewReports], before.Solution, verified.Solution, verifier.PushContext("All rules of the package"), cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<int> CountUnitsAsync(FixSession fixes, Solution solution, FixAllScope scope, CancellationToken cancellationToken)
    {
        var open = await fixes.FixableAsync(solution, cancellationToken).ConfigureAwait(false);
        return scope switch
        {
            FixAllScope.Document => open.Select(found => found.Diagnostic.Location.SourceTree).Distinct().Count(),
            FixAllScope.Project => open.Select(found => found.Project.Id).Distinct().Count(),
            _ => 1,
        };
    }

    private FixSession CreateFixes(TestSession session, ImmutableArray<CodeFixProvider> providers, string context)
    {
        var verifier = Verify.PushContext(context);
        return new FixSession(
            providers,
            new DiagnosticCollector(session.Analyzers, verifier),
            new FixChoice(CodeActionEquivalenceKey, CodeActionIndex) { Verifier = CodeActionVerifier },
            CodeActionValidationMode,
            verifier);
    }
}
