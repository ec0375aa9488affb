using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Takes what <c>GetOrAdd</c> gives instead of reading after a failed <c>TryAdd</c>: <c>v = d.GetOrAdd(key, v);</c>.</summary>
internal static class FailedAddRepair
{
    /// <summary>The repair; none where the read is not all that follows from the failure.</summary>
    public static IEnumerable<Repair> Plan(CheckThenActSite site)
    {
        if (site.Found.Fault is not ActFault.ReadThrows || site.CheckName is not "TryAdd"
            || site.StoredBy(site.Check) is not { } stored || site.VariableOf(stored) is not { } own || site.ValueType.TypeKind is TypeKind.Delegate)
        {
            yield break;
        }

        var call = site.Call("GetOrAdd", stored);

        // 'd.TryAdd(k, v) ? v : d[k]'
        if (site.Act.WithParentheses().Parent is ConditionalExpressionSyntax choice && site.FoundWhenTrue(choice.Condition) is { } foundWhenTrue
            && (foundWhenTrue ? choice.WhenTrue : choice.WhenFalse).Bare() == site.Act && IsOwn(foundWhenTrue ? choice.WhenFalse : choice.WhenTrue))
        {
            if (StatementRewrite.Replace(choice, call, site.Receiver, site.Key) is { } repair)
            {
                yield return repair;
            }

            yield break;
        }

        if (site.Act.FirstAncestorOrSelf<IfStatementSyntax>() is not { Else: null } branch || site.FoundWhenTrue(branch.Condition) is not true || branch.Statement.Flat() is not [var failed])
        {
            // 'if (d.TryAdd(k, v)) return v; return d[k];'
            if (site.Act.WithParentheses().Parent is ReturnStatementSyntax last && last.Previous() is IfStatementSyntax { Else: null } before
                && site.FoundWhenTrue(before.Condition) is false && before.Condition.Span.Contains(site.Check.Span)
                && before.Statement.Flat() is [ReturnStatementSyntax { Expression: { } result }] && IsOwn(result)
                && StatementRewrite.Replace(site.Context, [before, last], Shapes.Statement("return $;", call)) is { } joined)
            {
                yield return joined;
            }

            yield break;
        }

        // 'if (!d.TryAdd(k, v)) v = d[k];', 'if (!d.TryAdd(k, v)) return d[k]; return v;'
        var statement = failed switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
                when assignment.Right.Bare() == site.Act && IsOwn(assignment.Left) => Shapes.Statement($"{own.Name} = $;", call),
            ReturnStatementSyntax { Expression: { } returned } when returned.Bare() == site.Act
                && branch.Following().FirstOrDefault() is ReturnStatementSyntax { Expression: { } next } && IsOwn(next) => Shapes.Statement("return $;", call),
            _ => null,
        };
        if (statement is not null
            && StatementRewrite.Replace(site.Context, statement is ReturnStatementSyntax ? [branch, branch.Following().First()] : [branch], statement) is { } changed)
        {
            yield return changed;
        }

        bool IsOwn(ExpressionSyntax expression) => SymbolEqualityComparer.Default.Equals(site.VariableOf(expression), own);
    }
}
