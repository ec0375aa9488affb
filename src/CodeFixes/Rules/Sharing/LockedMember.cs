using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>How does a member with an expression for its body come to run under a lock? The expression becomes a block.</summary>
internal static class LockedMember
{
    /// <summary>The method, property, indexer, accessor or local function anew; null where a comment would be lost, or it is something else.</summary>
    public static SyntaxNode? Of(RepairContext context, ArrowExpressionClauseSyntax arrow, ExpressionSyntax expression, LockForm form)
    {
        if (arrow.Parent is not (MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
            || arrow.ContainsDirectives || arrow.DescendantTrivia().Comments().Any())
        {
            return null;
        }

        var owner = arrow.Parent;
        var layout = new LockLayout(owner, context.EndOfLine);
        var statement = (Returns(context, owner) ? "return " : string.Empty) + expression.WithoutTrivia() + ";";
        var head = owner.ToString().Substring(0, arrow.SpanStart - owner.SpanStart).TrimEnd();
        var text = owner is PropertyDeclarationSyntax or IndexerDeclarationSyntax
            ? head + layout.Block(nested => "get" + nested.Block(body => form.Around(body, statement)))
            : head + layout.Block(body => form.Around(body, statement));
        SyntaxNode? made = owner switch
        {
            LocalFunctionStatementSyntax => SyntaxFactory.ParseStatement(text),
            AccessorDeclarationSyntax => (SyntaxFactory.ParseMemberDeclaration("int P {" + text + "}") as PropertyDeclarationSyntax)?.AccessorList?.Accessors.FirstOrDefault(),
            _ => SyntaxFactory.ParseMemberDeclaration(text),
        };
        return made?.WithTriviaFrom(owner);
    }

    private static bool Returns(RepairContext context, SyntaxNode owner) => owner switch
    {
        AccessorDeclarationSyntax accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => context.Model.GetDeclaredSymbol(owner, context.CancellationToken) is IMethodSymbol method
            && !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false }),
        _ => true,
    };
}
