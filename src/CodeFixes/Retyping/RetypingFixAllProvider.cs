using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Fixes all by declaration: whatever is reported of one dictionary is mended by retyping it once, in every document that uses it.
/// One retyping follows the other on the changed solution, so that they may meet in the same expression.
/// </summary>
internal sealed class RetypingFixAllProvider(ImmutableArray<RepairVariant> repairs, ImmutableArray<RetypingVariant> variants) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (repairs.Any(repair => repair.Key == fixAllContext.CodeActionEquivalenceKey))
        {
            return RuleCodeFix.FixAllBy(repairs).GetFixAsync(fixAllContext);
        }

        var variant = variants.FirstOrDefault(candidate => candidate.Key == fixAllContext.CodeActionEquivalenceKey) ?? variants[0];
        return Task.FromResult<CodeAction?>(CodeAction.Create(
            variant.Title, cancellationToken => FixAllAsync(fixAllContext.WithCancellationToken(cancellationToken), variant), variant.Key));
    }

    private static async Task<Solution> FixAllAsync(FixAllContext context, RetypingVariant variant)
    {
        var solution = context.Solution;
        foreach (var declaration in await DeclarationsAsync(context, variant).ConfigureAwait(false))
        {
            if (await declaration.FindAsync(solution, context.CancellationToken).ConfigureAwait(false) is { } symbol
                && await RetypingCodeFix.RetypedAsync(solution, symbol, variant, context.CancellationToken).ConfigureAwait(false) is { } retyped)
            {
                solution = retyped;
            }
        }

        return solution;
    }

    private static async Task<IEnumerable<DeclarationPlace>> DeclarationsAsync(FixAllContext context, RetypingVariant variant)
    {
        var found = new List<DeclarationPlace>();
        foreach (var inDocument in (await DiagnosticsAsync(context).ConfigureAwait(false)).GroupBy(diagnostic => context.Solution.GetDocument(diagnostic.Location.SourceTree)))
        {
            if (inDocument.Key is null or SourceGeneratedDocument
                || await RepairContext.CreateAsync(inDocument.Key, context.CancellationToken).ConfigureAwait(false) is not { } place)
            {
                continue;
            }

            foreach (var diagnostic in inDocument.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
            {
                if (variant.DeclarationOf(place, diagnostic) is { } symbol && DeclarationPlace.Of(context.Solution, symbol) is { } declaration)
                {
                    found.Add(declaration);
                }
            }
        }

        return found.Distinct();
    }

    /// <summary>What is to be fixed: all of a document, a project or the solution.</summary>
    internal static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        switch (context.Scope)
        {
            case FixAllScope.Document:
                return context.Document is null ? [] : await context.GetDocumentDiagnosticsAsync(context.Document).ConfigureAwait(false);
            case FixAllScope.Project:
                return await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false);
            case FixAllScope.Solution:
                var all = new List<Diagnostic>();
                foreach (var project in context.Solution.Projects
                    .Where(project => project.Language == context.Project.Language)
                    .OrderBy(project => project.FilePath ?? project.Name, StringComparer.Ordinal))
                {
                    all.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }

                return all;
            default:
                return [];
        }
    }
}
