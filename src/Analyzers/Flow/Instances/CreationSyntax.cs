using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers, from the text alone, where objects are made for a declaration that names their type: <c>new X()</c>, and what takes its
/// type from the declaration, <c>X x = new();</c>, <c>X All => all ??= [];</c>.
/// </summary>
internal static class CreationSyntax
{
    /// <summary>The creations that belong to the place where <paramref name="name"/> names a type.</summary>
    public static IEnumerable<SyntaxNode> At(SyntaxToken name)
    {
        var named = name.Parent!;
        while (named.Parent is NameSyntax or NullableTypeSyntax)
        {
            named = named.Parent;
        }

        return named.Parent switch
        {
            ObjectCreationExpressionSyntax creation => [creation],
            VariableDeclarationSyntax declaration => declaration.Variables.SelectMany(variable =>
                TargetTyped(variable.Initializer?.Value).Concat(AssignedTo(variable.Identifier.ValueText, declaration))),
            PropertyDeclarationSyntax property => TargetTyped(property.Initializer?.Value)
                .Concat(ReturnedFrom(property))
                .Concat(AssignedTo(property.Identifier.ValueText, property)),
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => ReturnedFrom(named.Parent),
            _ => [],
        };
    }

    /// <summary>The name that an expression ends in: <c>all</c> for <c>this.all</c>; null for others.</summary>
    public static string? LastNameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<SyntaxNode> ReturnedFrom(SyntaxNode member) => member.DescendantNodes().SelectMany(node => node switch
    {
        ArrowExpressionClauseSyntax arrow => TargetTyped(arrow.Expression),
        ReturnStatementSyntax returned => TargetTyped(returned.Expression),
        _ => [],
    });

    private static IEnumerable<SyntaxNode> AssignedTo(string name, SyntaxNode declaration) =>
        declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => LastNameOf(assignment.Left) == name).SelectMany(assignment => TargetTyped(assignment.Right))
            : [];

    private static IEnumerable<SyntaxNode> TargetTyped(ExpressionSyntax? value) => value switch
    {
        ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax => [value],
        ParenthesizedExpressionSyntax inner => TargetTyped(inner.Expression),
        AssignmentExpressionSyntax assignment => TargetTyped(assignment.Right),
        BinaryExpressionSyntax coalesce => TargetTyped(coalesce.Right),
        ConditionalExpressionSyntax conditional => TargetTyped(conditional.WhenTrue).Concat(TargetTyped(conditional.WhenFalse)),
        _ => [],
    };
}
