using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Editing;

/// <summary>Small questions about the shape of syntax, and small pieces of new syntax.</summary>
internal static class Shapes
{
    /// <summary>The expression beneath parentheses and <c>!</c>.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    expression = suppressed.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>The outermost expression that is nothing but <paramref name="expression"/> in parentheses.</summary>
    public static ExpressionSyntax WithParentheses(this ExpressionSyntax expression)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized;
        }

        return expression;
    }

    /// <summary>The statements of a block, or the statement.</summary>
    public static IReadOnlyList<StatementSyntax> Flat(this StatementSyntax statement) => statement is BlockSyntax block ? block.Statements : new[] { statement };

    /// <summary>The list in which <paramref name="statement"/> stands; null where it stands alone, as in <c>if (x) statement</c>.</summary>
    public static IReadOnlyList<StatementSyntax>? Siblings(this StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => (IReadOnlyList<StatementSyntax>)block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(global => global.Statement).ToArray(),
        _ => null,
    };

    /// <summary>The statements that follow <paramref name="statement"/> in its list.</summary>
    public static IEnumerable<StatementSyntax> Following(this StatementSyntax statement) =>
        (statement.Siblings() ?? []).SkipWhile(sibling => sibling != statement).Skip(1);

    /// <summary>The statement before <paramref name="statement"/> in its list.</summary>
    public static StatementSyntax? Previous(this StatementSyntax statement) =>
        (statement.Siblings() ?? []).TakeWhile(sibling => sibling != statement).LastOrDefault();

    /// <summary>Whether <paramref name="statement"/> never lets the next one run.</summary>
    public static bool IsJump(this StatementSyntax statement) =>
        statement is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax
            or YieldStatementSyntax { RawKind: (int)SyntaxKind.YieldBreakStatement };

    /// <summary>The call <c>receiver.name(arguments)</c>.</summary>
    public static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string name, params IEnumerable<ExpressionSyntax> arguments)
    {
        var given = arguments.Select(argument => SyntaxFactory.Argument(argument.WithoutTrivia())).ToArray();
        var commas = given.Skip(1).Select(_ => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrivia(), SyntaxFactory.IdentifierName(name)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(given, commas)));
    }

    /// <summary>The statement that <paramref name="pattern"/> is, with <paramref name="expression"/> in the place of <c>$</c>.</summary>
    public static StatementSyntax Statement(string pattern, ExpressionSyntax expression)
    {
        const string Placeholder = "placeholder__";
        var statement = SyntaxFactory.ParseStatement(pattern.Replace("$", Placeholder));
        var place = statement.DescendantNodes().OfType<IdentifierNameSyntax>().First(name => name.Identifier.ValueText == Placeholder);
        return statement.ReplaceNode(place, expression.WithoutTrivia());
    }

    /// <summary>The white space with which the line of <paramref name="node"/> begins.</summary>
    public static string Indentation(this SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>The expression, its further lines moved from one indentation to another.</summary>
    public static TNode Reindented<TNode>(this TNode node, string from, string to)
        where TNode : SyntaxNode => from == to ? node : node.ReplaceTokens(node.DescendantTokens().Skip(1), (token, _) => Reindented(token, from, to));

    private static SyntaxToken Reindented(SyntaxToken token, string from, string to) =>
        token.LeadingTrivia is [.., { RawKind: (int)SyntaxKind.WhitespaceTrivia } space] leading && space.ToString() is var white
        && white.StartsWith(from, System.StringComparison.Ordinal) && white.Length > 0
            ? token.WithLeadingTrivia(leading.Replace(space, SyntaxFactory.Whitespace(to + white.Substring(from.Length))))
            : token;
}
