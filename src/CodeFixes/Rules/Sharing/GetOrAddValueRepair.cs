using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Keeps the check and lets the store decide again: <c>v = await Load(key); v = d.GetOrAdd(key, v);</c>. For values that cannot be made in
/// a delegate: two threads may still make one each, but all go on with the same.
/// </summary>
internal static class GetOrAddValueRepair
{
    /// <summary>The repair; none where a thread that comes second would have done something that only the first should.</summary>
    public static IEnumerable<Repair> Plan(CheckThenActSite site)
    {
        if (site.Found is not { Found: false, Fault: ActFault.SecondValue or ActFault.KeepsOwnValue or ActFault.Harmless } || !TellsPresence(site)
            || site.ValueType.TypeKind is TypeKind.Delegate
            || StoreOf(site) is not { } store || site.StoredBy(store) is not { } stored
            || site.Act.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
        {
            return [];
        }

        var value = stored;
        ExpressionSyntax holder;
        if (stored.Bare() is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } inner && site.VariableOf(inner.Left) is not null)
        {
            (holder, value) = (inner.Left, inner.Right);
        }
        else if (site.VariableOf(stored) is not null && CheckThenActSite.StatementOf(store) is not null)
        {
            holder = stored;
        }
        else if (CheckThenActSite.StatementOf(store) is null)
        {
            holder = store.WithParentheses().Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } outer ? outer.Left : store;
            return IsAlone(site, statement, site.VariableOf(holder), value) ? Replace(store.WithParentheses(), site.Call("GetOrAdd", value), value) : [];
        }
        else
        {
            return [];
        }

        var assignment = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            holder.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            site.Call("GetOrAdd", value));
        return IsAlone(site, statement, site.VariableOf(holder), value) && GoesOnWith(site, stored) ? Replace(store, assignment, stored) : [];
    }

    // Who does not look at the variable again has no use for the value that is kept.
    private static bool GoesOnWith(CheckThenActSite site, ExpressionSyntax stored) =>
        site.Context.OperationOf(stored.Bare()) is { } value && new CheckDependence(site.Context.Facts).IsUsedAfter(value, [value], site.Context.CancellationToken);

    private static IEnumerable<Repair> Replace(ExpressionSyntax old, ExpressionSyntax replacement, ExpressionSyntax kept) =>
        StatementRewrite.Replace(old, replacement, kept) is { } repair ? [repair] : [];

    // 'd[k] = v', 'd.TryAdd(k, v)', '_ = d.TryAdd(k, v)'
    private static ExpressionSyntax? StoreOf(CheckThenActSite site) =>
        site.Act.Parent is AssignmentExpressionSyntax parent && site.StoredBy(parent) is not null ? parent
        : site.Act is InvocationExpressionSyntax ? site.Act
        : null;

    // A null that was found is not the same as an absent key.
    private static bool TellsPresence(CheckThenActSite site) =>
        site.Check is InvocationExpressionSyntax && site.CheckName is not "GetValueOrDefault" && site.Check.WithParentheses().Parent is not ExpressionStatementSyntax || site.NullSaysAbsent;

    // Where the key is absent, nothing happens but that the value is made, prepared and stored.
    private static bool IsAlone(CheckThenActSite site, StatementSyntax statement, ISymbol? holder, ExpressionSyntax value)
    {
        if (LeavesTraces(site, site.Context.OperationOf(value.Bare())) || site.ReadsWhole(value.Bare()))
        {
            return false;
        }

        var asked = Asked.Around(site);
        var start = asked?.Branch ?? statement.Siblings()?.TakeWhile(sibling => sibling != statement).OfType<IfStatementSyntax>().LastOrDefault(test => test.Condition.Span.Contains(site.Check.Span));
        if (start is null)
        {
            return statement.Span.Contains(site.Check.Span);
        }

        var list = statement.Siblings() ?? [statement];
        if (asked is not null && !ReferenceEquals(asked.Absent, statement) && asked.Absent != statement.Parent)
        {
            return false;
        }

        var before = list.TakeWhile(sibling => sibling != statement).Where(sibling => sibling.SpanStart > start.SpanStart).ToArray();
        return before.All(sibling => !LeavesTraces(site, site.Context.OperationOf(sibling)) && !site.ReadsWhole(sibling))
            && (holder is null || before.SelectMany(sibling => site.NamesIn(sibling, holder)).All(StaysHere))
            && list.SkipWhile(sibling => sibling != statement).Skip(1).All(sibling => sibling.IsJump());
    }

    private static bool LeavesTraces(CheckThenActSite site, IOperation? code) => code is null
        || RepeatableCode.LeavesTraces(code, site.Context.Facts.Paths.Read(site.Found.Act.Receiver, site.Context.CancellationToken)?.LastMember, site.Context.Facts, site.Context.CancellationToken);

    // 'v = ..', 'v.Count = 1', 'v.Prepare()': nobody else is told of it.
    private static bool StaysHere(IdentifierNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax access && access.Expression == name) || (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name);
}
