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

    /// <summary>Whether a part of the document could not be read: there may be uses in it that nobody sees.</summary>
    public bool HasSyntaxErrors => Root.ContainsDiagnostics && Root.GetDiagnostics().Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

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

    /// <summary>A name for a variable of the member around <paramref name="place"/>; a second repair of the same member gets another one.</summary>
    public string UniqueName(string wanted, SyntaxNode place)
    {
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(candidate => candidate is not GlobalStatementSyntax) ?? (SyntaxNode)Root;
        var taken = IdentifiersIn(member);
        return Names(wanted).First(name => !taken.Contains(name) && reservedNames.Add(member.SpanStart + name));
    }

    /// <summary>A name for a type that is declared beside <paramref name="place"/>, and that nothing else in the document has; a second repair gets another one.</summary>
    public string UniqueTypeName(string wanted, SyntaxNode place)
    {
        var taken = IdentifiersIn(Root);
        return Names(wanted + "Data").Prepend(wanted).First(name => name.Length > 0 && !taken.Contains(name)
            && Model.LookupNamespacesAndTypes(place.SpanStart, name: name).IsEmpty && reservedNames.Add("type " + name));
    }

    /// <summary>A name for a variable of an inner scope beside <paramref name="place"/>, in which <paramref name="used"/> will stand.</summary>
    public string NameInInnerScope(string wanted, SyntaxNode place, SyntaxNode used)
    {
        var taken = IdentifiersIn(used);
        return Names(wanted).First(name => !taken.Contains(name)
            && !Model.LookupSymbols(place.SpanStart, name: name).Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol));
    }

    private static IEnumerable<string> Names(string wanted) => Enumerable.Range(2, int.MaxValue - 2).Select(number => wanted + number).Prepend(wanted);

    private static HashSet<string> IdentifiersIn(SyntaxNode node) => new(
        node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
}
