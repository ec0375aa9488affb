using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Takes the lock away that guarded a dictionary which is concurrent now: where nothing else is done with the lock object, and where each
/// locked region comes down to one atomic call. First the regions become blocks, so that other repairs can make one call of several; then
/// the blocks go too.
/// </summary>
internal sealed class LockRemoval
{
    private const string Region = "DictionaryAnalyzers.UnlockedRegion";

    private readonly DeclarationPlace map;
    private readonly DeclarationPlace? lockObject;

    private LockRemoval(DeclarationPlace map, DeclarationPlace? lockObject, Solution solution, ImmutableArray<DocumentId> documents)
    {
        this.map = map;
        this.lockObject = lockObject;
        Solution = solution;
        Documents = documents;
    }

    /// <summary>The solution with blocks in place of the locked regions.</summary>
    public Solution Solution { get; }

    /// <summary>The documents in which the lock was.</summary>
    public ImmutableArray<DocumentId> Documents { get; }

    /// <summary>Opens the regions of the one lock that guards <paramref name="map"/>; null where there is none, or it guards more.</summary>
    public static async Task<LockRemoval?> BeginAsync(Solution solution, DeclarationPlace map, CancellationToken cancellationToken)
    {
        if (await map.FindAsync(solution, cancellationToken).ConfigureAwait(false) is not { } symbol
            || await LockOfAsync(solution, symbol, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(found, symbol);
        if (!isOwn && !(found is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } && found.DeclaringSyntaxReferences.Length == 1))
        {
            return null;
        }

        var regions = new Dictionary<DocumentId, List<LockStatementSyntax>>();
        foreach (var (document, node) in await ReferencesAsync(solution, found, cancellationToken).ConfigureAwait(false))
        {
            if (node is null)
            {
                return null;
            }

            if (RegionOn(node) is { } region)
            {
                regions[document] = [.. regions.TryGetValue(document, out var others) ? others : [], region];
            }
            else if (!isOwn)
            {
                return null;
            }
        }

        var opened = solution;
        foreach (var inDocument in regions)
        {
            if (solution.GetDocument(inDocument.Key) is not { } document || document.GetLinkedDocumentIds().Length > 0
                || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            {
                return null;
            }

            opened = opened.WithDocumentSyntaxRoot(inDocument.Key, root.ReplaceNodes(inDocument.Value, (_, current) => Opened(current)));
        }

        return regions.Count == 0 ? null : new LockRemoval(map, isOwn ? null : DeclarationPlace.Of(solution, found), opened, [.. regions.Keys]);
    }

    /// <summary>Closes the regions: each must have come down to one atomic call. Then the lock object goes as well.</summary>
    public async Task<Solution?> FinishAsync(Solution settled, CancellationToken cancellationToken)
    {
        if (await map.FindAsync(settled, cancellationToken).ConfigureAwait(false) is not { } symbol)
        {
            return null;
        }

        foreach (var id in Documents)
        {
            if (settled.GetDocument(id) is not { } document || await RepairContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } context)
            {
                return null;
            }

            var regions = context.Root.GetAnnotatedNodes(Region).OfType<BlockSyntax>().ToArray();
            if (!regions.All(region => region.Statements is [var only] && AtomicStatement.Is(context, only, symbol)))
            {
                return null;
            }

            settled = document.WithSyntaxRoot(context.Root.ReplaceNodes(regions, (_, current) => Closed((BlockSyntax)current))).Project.Solution;
        }

        return lockObject is null ? settled : await WithoutAsync(settled, lockObject, cancellationToken).ConfigureAwait(false);
    }

    // The object that all regions around uses of the dictionary lock; null where there is none, or several.
    private static async Task<ISymbol?> LockOfAsync(Solution solution, ISymbol map, CancellationToken cancellationToken)
    {
        var locks = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (document, node) in await ReferencesAsync(solution, map, cancellationToken).ConfigureAwait(false))
        {
            foreach (var region in node?.Ancestors().TakeWhile(ancestor => ancestor is not MemberDeclarationSyntax).OfType<LockStatementSyntax>() ?? [])
            {
                if (await solution.GetDocument(document)!.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
                    || model.GetSymbolInfo(region.Expression, cancellationToken).Symbol?.OriginalDefinition is not { } locked)
                {
                    return null;
                }

                locks.Add(locked);
            }
        }

        return locks.Count == 1 ? locks.First() : null;
    }

    // The references in code, with null for one that cannot be looked at.
    private static async Task<List<(DocumentId Document, SyntaxNode? Node)>> ReferencesAsync(Solution solution, ISymbol symbol, CancellationToken cancellationToken)
    {
        var nodes = new List<(DocumentId, SyntaxNode?)>();
        foreach (var location in (await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false)).SelectMany(found => found.Locations))
        {
            var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var node = location.IsCandidateLocation || location.Document is SourceGeneratedDocument
                ? null
                : root?.FindNode(location.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
            nodes.Add((location.Document.Id, node));
        }

        return nodes;
    }

    private static LockStatementSyntax? RegionOn(SyntaxNode name)
    {
        var expression = name is ExpressionSyntax written && written.Parent is MemberAccessExpressionSyntax access && access.Name == written ? access : name as ExpressionSyntax;
        return expression?.WithParentheses().Parent is LockStatementSyntax region && region.Expression.Bare() == expression.Bare() ? region : null;
    }

    private static BlockSyntax Opened(LockStatementSyntax region)
    {
        var block = region.Statement as BlockSyntax
            ?? SyntaxFactory.Block(region.Statement.WithTrailingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(region.GetTrailingTrivia());
        var head = region.DescendantTrivia().Where(trivia => trivia.SpanStart > region.SpanStart && trivia.SpanStart < region.Statement.SpanStart);
        return block.WithLeadingTrivia(region.GetLeadingTrivia().AddRange(Above(head, region))).WithAdditionalAnnotations(new SyntaxAnnotation(Region));
    }

    // The comments above the lock and within it stay above the statement.
    private static StatementSyntax Closed(BlockSyntax region)
    {
        var statement = region.Statements[0];
        var outer = LastSpace(region.GetLeadingTrivia());
        var inner = LastSpace(statement.GetLeadingTrivia());
        var moved = statement.Moved(inner, outer);
        var own = moved.GetLeadingTrivia().Comments().Any() ? moved.GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia)) : [];
        var keepsOwn = moved.GetTrailingTrivia().Comments().Any();
        var end = region.CloseBraceToken.LeadingTrivia.Concat(keepsOwn ? region.GetTrailingTrivia() : default);
        var leading = region.GetLeadingTrivia().AddRange(Above(region.OpenBraceToken.TrailingTrivia, region)).AddRange(own).AddRange(Above(end, region));
        return moved.WithLeadingTrivia(leading).WithTrailingTrivia(keepsOwn ? moved.GetTrailingTrivia() : region.GetTrailingTrivia());
    }

    // The comments that stood beside the lock and its braces, each where the statement begins.
    private static IEnumerable<SyntaxTrivia> Above(IEnumerable<SyntaxTrivia> trivia, SyntaxNode region) => trivia.Comments().SelectMany(comment =>
        comment.IsKind(SyntaxKind.SingleLineCommentTrivia)
            ? [comment, region.DescendantTrivia().First(found => found.IsKind(SyntaxKind.EndOfLineTrivia)), SyntaxFactory.Whitespace(LastSpace(region.GetLeadingTrivia()))]
            : new[] { comment, SyntaxFactory.Space });

    private static string LastSpace(SyntaxTriviaList trivia) => trivia.LastOrDefault(found => found.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();

    private static async Task<Solution?> WithoutAsync(Solution solution, DeclarationPlace place, CancellationToken cancellationToken)
    {
        if (await place.FindAsync(solution, cancellationToken).ConfigureAwait(false) is not { } symbol
            || (await ReferencesAsync(solution, symbol, cancellationToken).ConfigureAwait(false)).Count > 0
            || await symbol.DeclaringSyntaxReferences[0].GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables: [_], Parent: FieldDeclarationSyntax field } }
            || field.ContainsDirectives
            || solution.GetDocument(field.SyntaxTree) is not { } document
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        return root.RemoveNode(field, SyntaxRemoveOptions.KeepNoTrivia) is { } changed ? document.WithSyntaxRoot(changed).Project.Solution : null;
    }
}
