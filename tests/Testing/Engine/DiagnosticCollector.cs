using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Which diagnostics do the compiler and the analyzers report for a solution?</summary>
internal sealed class DiagnosticCollector(ImmutableArray<DiagnosticAnalyzer> analyzers, IVerifier verifier)
{
    private readonly bool _suppresses = analyzers.Any(analyzer => analyzer is DiagnosticSuppressor);

    /// <summary>All of a whole build, in the order of the source.</summary>
    public async Task<ImmutableArray<ProjectDiagnostic>> WholeAsync(Solution solution, bool freshCompilations, CancellationToken cancellationToken)
    {
        var found = new List<ProjectDiagnostic>();
        foreach (var project in solution.Projects)
        {
            var run = Run(await CompileAsync(project, freshCompilations, cancellationToken).ConfigureAwait(false), project);
            var diagnostics = await run.Analysis.GetAllDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(Visible(project, run, diagnostics));
        }

        return Sorted(found);
    }

    /// <summary>Those of analyzers only, or those of the compiler too where <paramref name="ids"/> asks for them.</summary>
    public async Task<ImmutableArray<ProjectDiagnostic>> WithIdsAsync(Solution solution, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<ProjectDiagnostic>();
        foreach (var project in solution.Projects)
        {
            found.AddRange(await WithIdsAsync(project, ids, cancellationToken).ConfigureAwait(false));
        }

        return Sorted(found);
    }

    /// <summary>The same for one project.</summary>
    public async Task<ImmutableArray<ProjectDiagnostic>> WithIdsAsync(Project project, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var run = Run(await CompileAsync(project, fresh: false, cancellationToken).ConfigureAwait(false), project);
        var analyzerIds = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id);
        var diagnostics = ids.Except(analyzerIds).Any()
            ? await run.Analysis.GetAllDiagnosticsAsync(cancellationToken).ConfigureAwait(false)
            : await run.Analysis.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        return Sorted(Visible(project, run, diagnostics).Where(found => !found.Diagnostic.IsSuppressed && ids.Contains(found.Diagnostic.Id)));
    }

    /// <summary>
    /// Those that an editor shows for one document: nothing of other documents, nothing that waits for the end of the compilation.
    /// The compilation is new, so that nothing is left of what was asked for before.
    /// </summary>
    public async Task<ImmutableArray<ProjectDiagnostic>> LiveAsync(Document document, CancellationToken cancellationToken)
    {
        var project = document.Project;
        var compilation = await CompileAsync(project, fresh: true, cancellationToken).ConfigureAwait(false);
        var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException(document.FilePath);
        var run = Run(compilation, project);
        var syntactic = await run.Analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken).ConfigureAwait(false);
        var semantic = await run.Analysis.GetAnalyzerSemanticDiagnosticsAsync(run.Analysis.Compilation.GetSemanticModel(tree), null, cancellationToken).ConfigureAwait(false);
        return Sorted(Visible(project, run, syntactic.Concat(semantic).Where(diagnostic => diagnostic.Location.SourceTree == tree)));
    }

    /// <summary>The errors of the compiler.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CompileErrorsAsync(Solution solution, CancellationToken cancellationToken)
    {
        var errors = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
        {
            var compilation = await CompileAsync(project, fresh: false, cancellationToken).ConfigureAwait(false);
            errors.AddRange(compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }

        return errors.ToImmutable();
    }

    private static async Task<Compilation> CompileAsync(Project project, bool fresh, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Project '{project.Name}' has no compilation.");
        return fresh ? compilation.Clone() : compilation;
    }

    private static ImmutableArray<ProjectDiagnostic> Sorted(IEnumerable<ProjectDiagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(found => found.Project.Name, StringComparer.Ordinal)
            .ThenBy(found => found.Diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(found => found.Diagnostic.Location.SourceSpan.Start)
            .ThenBy(found => found.Diagnostic.Location.SourceSpan.End)
            .ThenBy(found => found.Diagnostic.Id, StringComparer.Ordinal)
            .ThenBy(found => found.Identity, StringComparer.Ordinal)];

    private AnalyzerRun Run(Compilation compilation, Project project)
    {
        var exceptions = new AnalyzerExceptions(verifier);
        return new AnalyzerRun(
            compilation.WithAnalyzers(
                analyzers,
                new CompilationWithAnalyzersOptions(
                    project.AnalyzerOptions,
                    onAnalyzerException: exceptions.Add,
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false,
                    reportSuppressedDiagnostics: _suppresses)),
            exceptions);
    }

    /// <summary>Leaves out what a pragma or an attribute suppresses; what a suppressor suppresses stays, for the test to expect.</summary>
    private IEnumerable<ProjectDiagnostic> Visible(Project project, AnalyzerRun run, IEnumerable<Diagnostic> diagnostics)
    {
        run.Exceptions.Verify();
        return diagnostics
            .Where(diagnostic => !diagnostic.IsSuppressed || IsSuppressedByProgram(diagnostic))
            .Select(diagnostic => new ProjectDiagnostic(project, diagnostic));
    }

    private bool IsSuppressedByProgram(Diagnostic diagnostic) =>
        _suppresses && analyzers.OfType<DiagnosticSuppressor>().Any(suppressor =>
            suppressor.SupportedSuppressions.Any(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id));

    private sealed record AnalyzerRun(CompilationWithAnalyzers Analysis, AnalyzerExceptions Exceptions);
}
