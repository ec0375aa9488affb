using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Where a declaration stands, in words that outlive other retypings: they move code and add variables, but never one with the name
/// of another.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Kind">The kind of its syntax.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number among the declarations of the document with this kind and name.</param>
internal sealed record DeclarationPlace(DocumentId Document, SyntaxKind Kind, string Name, int Number)
{
    public static DeclarationPlace? Of(Solution solution, ISymbol symbol)
    {
        if (symbol.OriginalDefinition.DeclaringSyntaxReferences is not [var reference] || solution.GetDocument(reference.SyntaxTree) is not { } document)
        {
            return null;
        }

        var declaration = reference.GetSyntax();
        return new DeclarationPlace(
            document.Id, declaration.Kind(), symbol.Name, Same(declaration.SyntaxTree.GetRoot(), declaration.Kind(), symbol.Name).TakeWhile(other => other != declaration).Count());
    }

    /// <summary>The declaration in a later solution.</summary>
    public async Task<ISymbol?> FindAsync(Solution solution, CancellationToken cancellationToken) =>
        solution.GetDocument(Document) is { } document
        && await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && Same(root, Kind, Name).ElementAtOrDefault(Number) is { } declaration
            ? model.GetDeclaredSymbol(declaration, cancellationToken)
            : null;

    private static IEnumerable<SyntaxNode> Same(SyntaxNode root, SyntaxKind kind, string name) =>
        root.DescendantNodes().Where(node => node.IsKind(kind) && string.Equals(NameOf(node), name, StringComparison.Ordinal));

    private static string? NameOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };
}
