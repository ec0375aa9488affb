using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers which methods never come back to their caller: throw helpers, and what ends the process.</summary>
internal static class NeverReturning
{
    /// <summary>Whether a call of <paramref name="method"/> is the last thing that happens. It looks at the declaration only and binds nothing.</summary>
    public static bool NeverReturns(this IMethodSymbol method) =>
        method is { Name: "Exit" or "FailFast", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } }
        || method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
        || !method.MayBeOverridden() && !method.IsAsync && method.DeclaringSyntaxReferences.Any(reference => AlwaysThrows(reference.GetSyntax()));

    private static bool AlwaysThrows(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } => true,
        LocalFunctionStatementSyntax { ExpressionBody.Expression: ThrowExpressionSyntax } => true,
        MethodDeclarationSyntax { Body: { } body } => EndsInThrow(body),
        LocalFunctionStatementSyntax { Body: { } body } => EndsInThrow(body),
        _ => false,
    };

    private static bool EndsInThrow(BlockSyntax body) =>
        body.Statements.LastOrDefault() is ThrowStatementSyntax
        && !body.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .Any(node => node is ReturnStatementSyntax or YieldStatementSyntax);
}
