using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers;

/// <summary>
/// The base of every code fix of the package. It decides once what no repair should forget: nothing is offered whose result
/// does not compile or warns anew, and a single fix and fix-all go the same way.
/// </summary>
public abstract class RuleCodeFix : CodeFixProvider
{
    private readonly ImmutableArray<RepairVariant> variants;

    // The first variant is the one that bulk fixing takes.
    private protected RuleCodeFix(string ruleId, params RepairVariant[] variants)
    {
        FixableDiagnosticIds = [ruleId];
        this.variants = [.. variants];
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => FixAllBy(variants);

    /// <inheritdoc />
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context) => RegisterAsync(context, variants);

    /// <summary>Fixes all of a document at once, by the kind of repair that was chosen.</summary>
    internal static FixAllProvider FixAllBy(ImmutableArray<RepairVariant> variants) => FixAllProvider.Create(
        (context, document, diagnostics) => FixAllAsync(
            document,
            diagnostics,
            variants.FirstOrDefault(variant => variant.Key == context.CodeActionEquivalenceKey) ?? variants[0],
            context.CancellationToken));

    /// <summary>Offers what is sound of these kinds of repair.</summary>
    internal static async Task RegisterAsync(CodeFixContext context, ImmutableArray<RepairVariant> variants)
    {
        if (await RepairContext.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var variant in variants)
            {
                if (await FirstSoundAsync(place, variant.Plan(place, diagnostic)).ConfigureAwait(false) is { } repair)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(
                            variant.Title,
                            _ => RepairApplication.ApplyAsync(place, [repair]),
                            variant.Key),
                        diagnostic);
                }
            }
        }
    }

    /// <summary>The document with what is reported of it repaired by the first kind of repair that can; the same document where none can.</summary>
    internal async Task<Document> RepairAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var variant in variants)
        {
            if (await FixAllAsync(document, diagnostics, variant, cancellationToken).ConfigureAwait(false) is { } repaired && repaired != document)
            {
                return repaired;
            }
        }

        return document;
    }

    private static async Task<Document?> FixAllAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, RepairVariant variant, CancellationToken cancellationToken)
    {
        if (diagnostics.IsEmpty || await RepairContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } place)
        {
            return document;
        }

        // One repair mends all that is reported of one place.
        var plans = diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .GroupBy(variant.PlaceOf)
            .Select(same => same.Select(diagnostic => variant.Plan(place, diagnostic).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [])
            .Where(candidates => candidates.Length > 0)
            .ToArray();
        var first = Apart(plans.Select(candidates => candidates[0]));
        if (await RepairApplication.IsSoundAsync(place, first).ConfigureAwait(false))
        {
            return await RepairApplication.ApplyAsync(place, first).ConfigureAwait(false);
        }

        var sound = new List<Repair>();
        foreach (var candidates in plans)
        {
            if (await FirstSoundAsync(place, candidates).ConfigureAwait(false) is { } repair)
            {
                sound.Add(repair);
            }
        }

        return await RepairApplication.ApplyAsync(place, Apart(sound)).ConfigureAwait(false);
    }

    // Those that write nothing anew that an earlier one has written.
    private static List<Repair> Apart(IEnumerable<Repair> repairs)
    {
        var apart = new List<Repair>();
        foreach (var repair in repairs)
        {
            if (!apart.Any(other => other.Rewrites.Any(span => repair.Rewrites.Any(span.IntersectsWith))))
            {
                apart.Add(repair);
            }
        }

        return apart;
    }

    private static async Task<Repair?> FirstSoundAsync(RepairContext place, IEnumerable<Repair> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (await RepairApplication.IsSoundAsync(place, [candidate]).ConfigureAwait(false))
            {
                return candidate;
            }
        }

        return null;
    }
}
