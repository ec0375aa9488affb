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
            var diagnostics = await run.GetAllDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(Visible(project, diagnostics));
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
            ? await run.GetAllDiagnosticsAsync(cancellationToken).ConfigureAwait(false)
            : await run.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        return Sorted(Visible(project, diagnostics).Where(found => !found.Diagnostic.IsSuppressed && ids.Contains(found.Diagnostic.Id)));
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
        var syntactic = await run.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken).ConfigureAwait(false);
        var semantic = await run.GetAnalyzerSemanticDiagnosticsAsync(run.Compilation.GetSemanticModel(tree), null, cancellationToken).ConfigureAwait(false);
        return Sorted(Visible(project, syntactic.Concat(semantic).Where(diagnostic => IsException(diagnostic) || diagnostic.Location.SourceTree == tree)));
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

    private static bool IsException(Diagnostic diagnostic) => diagnostic.Id is "AD0001" or "AD0002";

    private CompilationWithAnalyzers Run(Compilation compilation, Project project) => compilation.WithAnalyzers(
        analyzers,
        new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: _suppresses));

    /// <summary>Leaves out what a pragma or an attribute suppresses; what a suppressor suppresses stays, for the test to expect.</summary>
    private List<ProjectDiagnostic> Visible(Project project, IEnumerable<Diagnostic> diagnostics)
    {
        var visible = new List<ProjectDiagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (IsException(diagnostic))
            {
                verifier.Fail(
                    "An analyzer threw an exception (AD0001). Repair the analyzer: it has to survive every code, wrong code too.\n"
                    + diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture) + "\n"
                    + diagnostic.Descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            if (!diagnostic.IsSuppressed || IsSuppressedByProgram(diagnostic))
            {
                visible.Add(new ProjectDiagnostic(project, diagnostic));
            }
        }

        return visible;
    }

    private bool IsSuppressedByProgram(Diagnostic diagnostic) =>
        _suppresses && analyzers.OfType<DiagnosticSuppressor>().Any(suppressor =>
            suppressor.SupportedSuppressions.Any(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id));
}
