using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Editing;

/// <summary>Small edits of expressions that keep comments and layout.</summary>
internal static class Expressions
{
    /// <summary><paramref name="expression"/> followed by member accesses and calls such as <c>.ToArray()</c>.</summary>
    public static ExpressionSyntax Followed(this ExpressionSyntax expression, string suffix)
    {
        // 'd?.Keys' becomes 'd?.Keys.ToArray()', which is still null where it was null.
        if (expression is ConditionalAccessExpressionSyntax access)
        {
            return access.WithWhenNotNull(access.WhenNotNull.Followed(suffix));
        }

        var operand = expression.WithoutTrivia();
        if (!IsPrimary(operand))
        {
            operand = SyntaxFactory.ParenthesizedExpression(operand);
        }

        var pattern = SyntaxFactory.ParseExpression("x" + LineBreakOf(expression) + suffix);
        var placeholder = pattern.DescendantNodes().OfType<IdentifierNameSyntax>().First(name => name.Identifier.ValueText == "x");
        return pattern
            .ReplaceNode(placeholder, operand.WithTrailingTrivia(placeholder.GetTrailingTrivia()))
            .WithLeadingTrivia(expression.GetLeadingTrivia())
            .WithTrailingTrivia(expression.GetTrailingTrivia());
    }

    /// <summary>Whether a member access can follow without parentheses.</summary>
    public static bool IsPrimary(this ExpressionSyntax expression) => expression
        is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or InstanceExpressionSyntax or ObjectCreationExpressionSyntax
        or PostfixUnaryExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax or TypeSyntax;

    // In a chain with one call a line the next call gets a line too.
    private static string LineBreakOf(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } }
        && dot.GetPreviousToken().TrailingTrivia is [.., { RawKind: (int)SyntaxKind.EndOfLineTrivia } endOfLine]
        && dot.LeadingTrivia.All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
            ? endOfLine.ToString() + dot.LeadingTrivia.ToString()
            : string.Empty;
}
