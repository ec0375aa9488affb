using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>What do the code fixes offer for a diagnostic, and what does the chosen action make of the solution?</summary>
internal sealed class FixSession(
    ImmutableArray<CodeFixProvider> providers,
    DiagnosticCollector collector,
    FixChoice choice,
    CodeActionValidationMode validation,
    IVerifier verifier)
{
    /// <summary>The ids that the code fixes repair.</summary>
    public ImmutableArray<string> FixableIds { get; } = [.. providers.SelectMany(provider => provider.FixableDiagnosticIds).Distinct()];

    /// <summary>The diagnostics of analyzers as fix-all asks for them.</summary>
    public DiagnosticCollector Collector => collector;

    /// <summary>What is chosen among the offers.</summary>
    public FixChoice Choice => choice;

    /// <summary>How failures are said.</summary>
    public IVerifier Verifier => verifier;

    /// <summary>The diagnostics that could be repaired, in the order of the source.</summary>
    public async Task<ImmutableArray<ProjectDiagnostic>> FixableAsync(Solution solution, CancellationToken cancellationToken) =>
        [.. (await collector.WithIdsAsync(solution, FixableIds, cancellationToken).ConfigureAwait(false)).Where(found => found.Diagnostic.Location.IsInSource)];

    /// <summary>All actions that are offered for a diagnostic, those inside others too.</summary>
    public async Task<ImmutableArray<OfferedFix>> OfferedAsync(Solution solution, ProjectDiagnostic found, CancellationToken cancellationToken)
    {
        var diagnostic = found.Diagnostic;
        var document = solution.GetDocument(diagnostic.Location.SourceTree)
            ?? throw new InvalidOperationException($"No document holds {DiagnosticText.One(diagnostic)}");
        var offered = ImmutableArray.CreateBuilder<OfferedFix>();
        foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var actions = new List<CodeAction>();
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
            offered.AddRange(actions.SelectMany(Leaves).Select(action => new OfferedFix(action, provider)));
        }

        VerifyKeys(offered, diagnostic);
        return offered.ToImmutable();
    }

    /// <summary>The action that the test means, or null when it is not offered.</summary>
    public OfferedFix? Choose(ImmutableArray<OfferedFix> offered)
    {
        if (choice.Key is { } key)
        {
            offered = [.. offered.Where(fix => fix.Action.EquivalenceKey == key)];
        }

        var index = choice.Index ?? 0;
        if (index >= offered.Length)
        {
            return null;
        }

        choice.Verifier?.Invoke(offered[index].Action, verifier);
        return offered[index];
    }

    /// <summary>The solution after an action. An action that changes nothing fails.</summary>
    public async Task<Solution> ApplyAsync(Solution before, OfferedFix fix, CancellationToken cancellationToken)
    {
        var after = await ChangedSolutionAsync(fix.Action, cancellationToken).ConfigureAwait(false);
        if (!await SolutionText.DifferAsync(before, after, cancellationToken).ConfigureAwait(false))
        {
            verifier.Fail($"The action {fix} changes nothing. Check what the repair needs before RegisterCodeFix, so that no light bulb is shown that does nothing.");
        }

        await TreeShape.VerifyAsync(before, after, validation, fix.ToString(), verifier, cancellationToken).ConfigureAwait(false);
        return after;
    }

    /// <summary>The solution that an action results in.</summary>
    public async Task<Solution> ChangedSolutionAsync(CodeAction action, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var changes = operations.OfType<ApplyChangesOperation>().ToArray();
        if (changes.Length != 1)
        {
            verifier.Fail($"The action '{action.Title}' has {changes.Length} operations that change the solution, it should have exactly one.");
        }

        return changes[0].ChangedSolution;
    }

    private static IEnumerable<CodeAction> Leaves(CodeAction action) =>
        action.NestedActions is { IsDefaultOrEmpty: false } nested ? nested.SelectMany(Leaves) : [action];

    private void VerifyKeys(IEnumerable<OfferedFix> offered, Diagnostic diagnostic)
    {
        foreach (var fix in offered.Where(fix => string.IsNullOrEmpty(fix.Action.EquivalenceKey)))
        {
            verifier.Fail(
                $"The action {fix} has no equivalence key. Give CodeAction.Create one, such as \"{diagnostic.Id}.Variant\": fix-all takes the actions with the same key.");
        }

        foreach (var same in offered.GroupBy(fix => fix.Action.EquivalenceKey).Where(group => group.Count() > 1))
        {
            verifier.Fail(
                $"{same.Count()} actions for one diagnostic have the same equivalence key, so that fix-all cannot tell them apart: {string.Join(", ", same)}.");
        }
    }
}
