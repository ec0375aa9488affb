using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers;

/// <summary>
/// The base of the code fixes that change what a declaration is, with every use of it in the solution. As with
/// <see cref="RuleCodeFix"/> nothing is offered whose result does not compile or warns anew.
/// </summary>
public abstract class RetypingCodeFix : CodeFixProvider
{
    private readonly ImmutableArray<RepairVariant> repairs;
    private readonly ImmutableArray<RetypingVariant> variants;

    // The first variant is the one that bulk fixing takes.
    private protected RetypingCodeFix(string ruleId, params RetypingVariant[] variants)
        : this(ruleId, [], variants)
    {
    }

    // A rule can also have repairs that stay in one document; they are offered first.
    private protected RetypingCodeFix(string ruleId, ImmutableArray<RepairVariant> repairs, params RetypingVariant[] variants)
    {
        FixableDiagnosticIds = [ruleId];
        this.repairs = repairs;
        this.variants = [.. variants];
    }

    /// <summary>Whether the repairs that stay in one document are offered behind those that change what a declaration is.</summary>
    private protected bool OffersRetypingFirst { get; init; }

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new RetypingFixAllProvider(repairs, variants);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!repairs.IsEmpty && !OffersRetypingFirst)
        {
            await RuleCodeFix.RegisterAsync(context, repairs).ConfigureAwait(false);
        }

        await RegisterRetypingAsync(context).ConfigureAwait(false);
        if (!repairs.IsEmpty && OffersRetypingFirst)
        {
            await RuleCodeFix.RegisterAsync(context, repairs).ConfigureAwait(false);
        }
    }

    private async Task RegisterRetypingAsync(CodeFixContext context)
    {
        if (await RepairContext.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } place)
        {
            return;
        }

        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var variant in variants)
            {
                if (variant.DeclarationOf(place, diagnostic) is { } declaration
                    && await RetypedAsync(solution, declaration, variant, context.CancellationToken).ConfigureAwait(false) is { } retyped)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(variant.Title, _ => Task.FromResult(retyped), variant.Key),
                        diagnostic);
                }
            }
        }
    }

    /// <summary>
    /// The solution with the declaration retyped, which compiles as cleanly as before and of which no rule of the package reports anything new;
    /// null where there is none.
    /// </summary>
    internal static async Task<Solution?> RetypedAsync(
        Solution solution, ISymbol declaration, RetypingVariant variant, CancellationToken cancellationToken)
    {
        // A using directive can change what other names of the file mean; then the new names are written in full.
        foreach (var qualifiesNames in new[] { false, true })
        {
            var translation = variant.Translate();
            if (await RetypingPlan.CreateAsync(solution, declaration, translation, qualifiesNames, cancellationToken).ConfigureAwait(false) is not { } plan
                || !translation.IsWanted)
            {
                return null;
            }

            var retyped = await plan.ApplyToAsync(solution, cancellationToken).ConfigureAwait(false);
            var settled = variant.RemovesLock
                ? await WithoutLockAsync(solution, retyped, declaration, plan, cancellationToken).ConfigureAwait(false)
                : await Settling.OfAsync(solution, retyped, plan.Documents, cancellationToken).ConfigureAwait(false);
            if (settled is not null)
            {
                return settled;
            }

            if (!plan.AddsDirectives)
            {
                return null;
            }
        }

        return null;
    }

    // The lock goes first, for only without it the rules see two calls that have to become one.
    private static async Task<Solution?> WithoutLockAsync(
        Solution solution, Solution retyped, ISymbol declaration, RetypingPlan plan, CancellationToken cancellationToken)
    {
        if (DeclarationPlace.Of(solution, declaration) is not { } place
            || await LockRemoval.BeginAsync(retyped, place, cancellationToken).ConfigureAwait(false) is not { } removal)
        {
            return null;
        }

        ImmutableArray<DocumentId> documents = [.. plan.Documents.Union(removal.Documents)];
        return await Settling.OfAsync(solution, removal.Solution, documents, cancellationToken).ConfigureAwait(false) is { } settled
            && await removal.FinishAsync(settled, cancellationToken).ConfigureAwait(false) is { } unlocked
                ? await Settling.OfAsync(solution, unlocked, documents, cancellationToken).ConfigureAwait(false)
                : null;
    }
}
