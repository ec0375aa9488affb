using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Editing;

/// <summary>The document that is repaired, and what repairs ask about it.</summary>
internal sealed class RepairContext
{
    private readonly HashSet<string> reservedNames = new(StringComparer.Ordinal);

    private RepairContext(Document document, CompilationUnitSyntax root, SemanticModel model, CancellationToken cancellationToken)
    {
        Document = document;
        Root = root;
        Model = model;
        CancellationToken = cancellationToken;
        Facts = CompilationModel.For(model.Compilation, document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
    }

    public Document Document { get; }

    public CompilationUnitSyntax Root { get; }

    public SemanticModel Model { get; }

    /// <summary>What the analyzers know of the compilation.</summary>
    public CompilationModel Facts { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The end of line that the document uses.</summary>
    public string EndOfLine =>
        Root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToString() is { Length: > 0 } found ? found : "\n";

    public static async Task<RepairContext?> CreateAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is CompilationUnitSyntax root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new RepairContext(document, root, model, cancellationToken)
            : null;

    /// <summary>The node at <paramref name="location"/>; null where it is in another document or is not such a node.</summary>
    public TNode? Find<TNode>(Location location)
        where TNode : SyntaxNode
    {
        var isHere = location.SourceTree == Root.SyntaxTree
            || (location.SourceTree?.FilePath is { Length: > 0 } path && path == Root.SyntaxTree.FilePath);
        return isHere && Root.FullSpan.Contains(location.SourceSpan)
            && Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is TNode node && node.Span == location.SourceSpan
                ? node
                : null;
    }

    /// <summary>The operation of <paramref name="node"/>, in the model that the facts are told in.</summary>
    public IOperation? OperationOf(SyntaxNode node) =>
        Facts.Bodies.ModelOf(Root.SyntaxTree).GetOperation(node, CancellationToken);

    /// <summary>
    /// A name that nothing around <paramref name="place"/> has, outside of <paramref name="except"/>; a second repair of
    /// the same document gets another one.
    /// </summary>
    public string UniqueName(string wanted, SyntaxNode place, SyntaxNode except, bool reserve)
    {
        var scope = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? (SyntaxNode)Root;
        var taken = new HashSet<string>(
            scope.DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !except.FullSpan.Contains(token.Span))
                .Select(token => token.ValueText),
            StringComparer.Ordinal);
        var name = wanted;
        for (var number = 2; taken.Contains(name) || (reserve && !reservedNames.Add(scope.SpanStart + name)); number++)
        {
            name = wanted + number;
        }

        return name;
    }
}
