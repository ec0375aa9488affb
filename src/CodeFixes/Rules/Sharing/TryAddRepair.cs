using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Lets the store be the check: <c>if (d.TryAdd(key, value)) { .. }</c>. What follows the store then runs for the thread that has added
/// the key, and for no other.
/// </summary>
internal static class TryAddRepair
{
    /// <summary>The repairs of the store, best first.</summary>
    public static IEnumerable<Repair> Plan(CheckThenActSite site)
    {
        if (site.Found is not { Found: false, Fault: ActFault.SecondValue or ActFault.PassesTwice or ActFault.Harmless }
            || site.Act.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax store
            || site.StoredBy(store.Expression) is not { } value || value.Bare() is AssignmentExpressionSyntax || !site.IsOutputUnused())
        {
            return [];
        }

        var branch = store.Parent switch
        {
            BlockSyntax { Statements: [var first, ..], Parent: IfStatementSyntax around } when first == store => around,
            BlockSyntax { Statements: [var first, ..], Parent: ElseClauseSyntax { Parent: IfStatementSyntax around } } when first == store => around,
            IfStatementSyntax around => around,
            ElseClauseSyntax { Parent: IfStatementSyntax around } => around,
            _ => null,
        };
        return branch is not null && branch.Condition.Span.Contains(site.Check.Span) ? OfBranch(site, branch, store, value)
            : store.Previous() is IfStatementSyntax { Else: null } before && before.Condition.Span.Contains(site.Check.Span) ? OfEarlyExit(site, before, store, value)
            : [];
    }

    // 'if (!d.ContainsKey(k)) { d[k] = v; Process(); } else ..'
    private static IEnumerable<Repair> OfBranch(CheckThenActSite site, IfStatementSyntax branch, ExpressionStatementSyntax store, ExpressionSyntax value)
    {
        if (TestIn(site, branch.Condition) is not var (test, foundWhenTrue) || branch.Else?.Statement is IfStatementSyntax)
        {
            yield break;
        }

        var isInElse = branch.Else is { } otherwise && otherwise.Span.Contains(store.Span);
        if (foundWhenTrue != isInElse || branch.ContainsDirectives)
        {
            yield break;
        }

        var hasRest = store.Parent is BlockSyntax { Statements.Count: > 1 };
        if (hasRest)
        {
            if (StatementRewrite.ReplaceAndRemove(site.Context, branch, [(test, Asking(site, test, value, foundWhenTrue))], store, value) is { } repair)
            {
                yield return repair;
            }

            yield break;
        }

        // 'if (a && !d.ContainsKey(k)) d[k] = v;': only the first half remains.
        if (branch.Else is null)
        {
            if (test.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both || both != branch.Condition)
            {
                yield break;
            }

            foreach (var call in GetOrAddRepair.Calls(site, value, isUsed: false))
            {
                var changed = branch.ReplaceNodes(new SyntaxNode[] { both, store.Expression }, (original, _) =>
                    (original == both ? both.Left.WithoutTrivia() : call).WithTriviaFrom(original));
                if (StatementRewrite.Replace(site.Context, [branch], changed, branch) is { } repair)
                {
                    yield return repair with { Watched = CheckThenActSite.FactoryRules };
                }
            }

            yield break;
        }

        // 'if (!d.ContainsKey(k)) d[k] = v; else X();'
        var found = isInElse ? branch.Statement : branch.Else.Statement;
        var condition = branch.Condition.ReplaceNode(test, Asking(site, test, value, foundWhenTrue: true));
        if (foundWhenTrue || test == branch.Condition)
        {
            var changed = branch.WithCondition(condition).WithStatement(found).WithElse(null);
            if (StatementRewrite.Replace(site.Context, [branch], changed, found, value) is { } repair)
            {
                yield return repair;
            }
        }
    }

    // 'if (d.ContainsKey(k)) return; d[k] = v; Process();'
    private static IEnumerable<Repair> OfEarlyExit(CheckThenActSite site, IfStatementSyntax branch, ExpressionStatementSyntax store, ExpressionSyntax value)
    {
        if (TestIn(site, branch.Condition) is not ({ } test, true) || branch.Statement.Flat() is not [.., var exit] || !exit.IsJump())
        {
            yield break;
        }

        // Nothing follows that would be left out.
        if (!store.Following().Any() && test == branch.Condition && branch.Statement.Flat().Count == 1 && IsEndOf(exit, store))
        {
            foreach (var call in GetOrAddRepair.Calls(site, value, isUsed: false))
            {
                if (StatementRewrite.Replace(site.Context, [branch, store], Shapes.Statement("$;", call), value) is { } shorter)
                {
                    yield return shorter with { Watched = CheckThenActSite.FactoryRules };
                }
            }
        }

        if (StatementRewrite.ReplaceAndRemove(site.Context, branch, [(test, Asking(site, test, value, foundWhenTrue: true))], store, value) is { } repair)
        {
            yield return repair;
        }
    }

    // Whether the jump leads to where the store ends.
    private static bool IsEndOf(StatementSyntax exit, StatementSyntax store) => exit switch
    {
        ReturnStatementSyntax { Expression: null } => store.Parent is BlockSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax or ConstructorDeclarationSyntax or AccessorDeclarationSyntax },
        ContinueStatementSyntax => store.Parent is BlockSyntax { Parent: CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax },
        _ => false,
    };

    // The part of a condition that asks for the key, where it is what is asked last.
    private static (ExpressionSyntax Test, bool FoundWhenTrue)? TestIn(CheckThenActSite site, ExpressionSyntax condition)
    {
        if (site.FoundWhenTrue(condition) is { } foundWhenTrue)
        {
            return (condition, foundWhenTrue);
        }

        return condition is BinaryExpressionSyntax { Right: var right } both && site.FoundWhenTrue(right) is { } found
            && both.IsKind(found ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression)
                ? (right, found)
                : null;
    }

    // A value that costs something is still only made where the key is absent.
    private static ExpressionSyntax Asking(CheckThenActSite site, ExpressionSyntax test, ExpressionSyntax value, bool foundWhenTrue)
    {
        ExpressionSyntax call = site.Call("TryAdd", value);
        if (foundWhenTrue)
        {
            call = SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, call);
        }

        return RepeatableCode.IsCheap(site.OperationOf(value)) ? call
            : SyntaxFactory.BinaryExpression(
                foundWhenTrue ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression,
                test.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(foundWhenTrue ? SyntaxKind.BarBarToken : SyntaxKind.AmpersandAmpersandToken).WithTrailingTrivia(SyntaxFactory.Space),
                call);
    }
}
