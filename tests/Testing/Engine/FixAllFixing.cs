using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>
/// What is left after fix-all in a scope? It runs once for each document, project or solution; an edit that is lost on the way
/// shows as a fix that is still offered.
/// </summary>
internal sealed class FixAllFixing(FixSession session, FixAllScope scope, IterationLimit limit)
{
    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        var iterations = 0;
        while (await NextAsync(solution, cancellationToken).ConfigureAwait(false) is var (found, fix))
        {
            if (++iterations > limit.Most)
            {
                session.Verifier.Fail(
                    $"After {limit.Most} times fix-all in {scope} the fix {fix} is still offered, for\n{DiagnosticText.List([found.Diagnostic])}"
                    + "Does fix-all lose an edit? WellKnownFixAllProviders.BatchFixer drops edits that overlap: use FixAllProvider.Create with one DocumentEditor for a "
                    + "document, where each ReplaceNode sees the edits before it. If more passes are right, set NumberOfFixAllIterations.\n"
                    + $"The code is now:\n{await solution.GetDocument(found.Diagnostic.Location.SourceTree)!.GetTextAsync(cancellationToken).ConfigureAwait(false)}");
            }

            solution = await ApplyAsync(solution, found, fix, cancellationToken).ConfigureAwait(false);
        }

        if (!limit.IsMet(iterations))
        {
            session.Verifier.Fail($"Fix-all in {scope} ran {iterations} times, {limit} times are expected (NumberOfFixAllIterations).");
        }

        return solution;
    }

    private async Task<Solution> ApplyAsync(Solution solution, ProjectDiagnostic found, OfferedFix fix, CancellationToken cancellationToken)
    {
        var provider = fix.Provider.GetFixAllProvider();
        if (provider is null || !provider.GetSupportedFixAllScopes().Contains(scope))
        {
            session.Verifier.Fail(
                $"{fix.Provider.GetType().Name} has no fix-all in {scope}. Return one from GetFixAllProvider, such as FixAllProvider.Create(..). "
                + "CodeFixTestBehaviors.SkipFixAllCheck leaves these checks out.");
        }

        var context = new FixAllContext(
            solution.GetDocument(found.Diagnostic.Location.SourceTree)!,
            fix.Provider,
            scope,
            fix.Action.EquivalenceKey!,
            provider.GetSupportedFixAllDiagnosticIds(fix.Provider),
            new FixAllDiagnostics(session),
            cancellationToken);
        var action = await provider.GetFixAsync(context).ConfigureAwait(false);
        if (action is null)
        {
            session.Verifier.Fail($"Fix-all in {scope} gives no action, although the fix {fix} is offered for\n{DiagnosticText.List([found.Diagnostic])}");
        }

        return await session.ApplyAsync(solution, new OfferedFix(action, fix.Provider), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(ProjectDiagnostic Found, OfferedFix Fix)?> NextAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var found in await session.FixableAsync(solution, cancellationToken).ConfigureAwait(false))
        {
            if (session.Choose(await session.OfferedAsync(solution, found, cancellationToken).ConfigureAwait(false)) is { } fix)
            {
                return (found, fix);
            }
        }

        return null;
    }

    /// <summary>Gives fix-all the diagnostics that the analyzers report.</summary>
    private sealed class FixAllDiagnostics(FixSession session) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken).ConfigureAwait(false)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(project, cancellationToken).ConfigureAwait(false)).Where(diagnostic => diagnostic.Location == Location.None);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await session.Collector.WithIdsAsync(project, session.FixableIds, cancellationToken).ConfigureAwait(false)).Select(found => found.Diagnostic);
    }
}
