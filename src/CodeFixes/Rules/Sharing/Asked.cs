using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// An <c>if</c> that asks for the key: in its condition, or by a variable that the statement before it, the head, was given the answer in.
/// </summary>
/// <param name="Head">The statement before it that asks; null where the condition does.</param>
/// <param name="Branch">The <c>if</c>.</param>
/// <param name="Absent">What runs where the key is absent.</param>
/// <param name="Found">What runs where it is found; null where nothing does.</param>
/// <param name="Variable">The variable that is given the value.</param>
/// <param name="Assignee">How that variable is assigned, or declared.</param>
internal sealed record Asked(StatementSyntax? Head, IfStatementSyntax Branch, StatementSyntax Absent, StatementSyntax? Found, ISymbol? Variable, string? Assignee)
{
    /// <summary>The question on whose answer the act depends; null where it is another, or asks for more.</summary>
    public static Asked? Around(CheckThenActSite site)
    {
        foreach (var node in site.Act.Ancestors())
        {
            if (node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            {
                break;
            }

            if (node is IfStatementSyntax branch && !branch.Condition.Span.Contains(site.Act.Span) && Of(site, branch) is { } asked)
            {
                return asked;
            }
        }

        return null;
    }

    /// <summary>What <paramref name="statement"/> is told by the statement before it; null where that is no look-up of its own.</summary>
    public static (StatementSyntax Head, ISymbol Variable)? Before(CheckThenActSite site, StatementSyntax statement) => statement.Previous() switch
    {
        ExpressionStatementSyntax head when head.Expression.Bare() == site.Check && site.OutputVariable is { } output => (head, output),
        LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } declarator], UsingKeyword.RawKind: 0 } head
            when value.Bare() == site.Check && site.Context.Model.GetDeclaredSymbol(declarator, site.Context.CancellationToken) is { } variable => (head, variable),
        _ => null,
    };

    private static Asked? Of(CheckThenActSite site, IfStatementSyntax branch)
    {
        if (branch.Condition.Span.Contains(site.Check.Span) && site.FoundWhenTrue(branch.Condition) is { } foundWhenTrue)
        {
            return Of(site, null, branch, foundWhenTrue, site.OutputVariable, DeclarationIn(site));
        }

        if (Before(site, branch) is not var (head, variable))
        {
            return null;
        }

        // 'var s = d.GetValueOrDefault(k); if (s == null)', 'd.TryGetValue(k, out var s); if (s == null)'
        if (NullTest(branch.Condition) is var (tested, foundIfTrue) && SymbolEqualityComparer.Default.Equals(site.VariableOf(tested), variable)
            && (head is ExpressionStatementSyntax ? site.NullSaysAbsent : site.GivesNullWhenAbsent(site.Check)))
        {
            var assignee = head is LocalDeclarationStatementSyntax declaration ? $"{declaration.Declaration.Type} {variable.Name}" : DeclarationIn(site);
            return Of(site, head, branch, foundIfTrue, variable, assignee);
        }

        // 'var exists = d.ContainsKey(k); if (!exists)'
        var isPositive = branch.Condition.Bare() is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        var answer = branch.Condition.Bare() is PrefixUnaryExpressionSyntax not ? not.Operand : branch.Condition;
        return head is LocalDeclarationStatementSyntax && site.FoundWhenTrue(site.Check) is true
            && SymbolEqualityComparer.Default.Equals(site.VariableOf(answer), variable)
            && System.Linq.Enumerable.Count(site.UsesOf(variable)) == 1
                ? Of(site, head, branch, isPositive, site.OutputVariable, DeclarationIn(site))
                : null;
    }

    private static Asked? Of(CheckThenActSite site, StatementSyntax? head, IfStatementSyntax branch, bool foundWhenTrue, ISymbol? variable, string? assignee)
    {
        var absent = foundWhenTrue ? branch.Else?.Statement : branch.Statement;
        var found = foundWhenTrue ? branch.Statement : branch.Else?.Statement;
        return absent is not null && absent.Span.Contains(site.Act.Span) ? new Asked(head, branch, absent, found, variable, assignee) : null;
    }

    private static string? DeclarationIn(CheckThenActSite site) =>
        site.Output is DeclarationExpressionSyntax output ? $"{output.Type} {site.OutputVariable?.Name}" : site.OutputVariable?.Name;

    private static (ExpressionSyntax Tested, bool FoundIfTrue)? NullTest(ExpressionSyntax condition) => condition.Bare() switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } test =>
            (test.Left, test.IsKind(SyntaxKind.NotEqualsExpression)),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } test => (test.Expression, false),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } } } } test =>
            (test.Expression, true),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0, Designation: null } } } test =>
            (test.Expression, false),
        _ => null,
    };
}
