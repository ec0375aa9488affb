using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Folds a look-up and what makes and stores the value of an absent key into <c>d.GetOrAdd(key, static key => ..)</c>. Nothing else may
/// happen where the key is absent.
/// </summary>
internal static class GetOrAddRepair
{
    /// <summary>The calls that can stand for check and act, best first.</summary>
    public static IEnumerable<Repair> Plan(CheckThenActSite site)
    {
        if (site.Found is not { Found: false, Fault: ActFault.SecondValue or ActFault.KeepsOwnValue or ActFault.Harmless } || site.GivesElsewhere(site.Check))
        {
            yield break;
        }

        foreach (var repair in OfExpression(site).Concat(OfBranch(site)).Concat(OfEarlyReturn(site)).Concat(OfCoalescing(site)))
        {
            yield return repair;
        }
    }

    // 'd.TryGetValue(k, out var v) ? v : d[k] = New()', 'd.GetValueOrDefault(k) ?? (d[k] = New())', the same as a switch.
    private static IEnumerable<Repair> OfExpression(CheckThenActSite site)
    {
        if (site.Act.Parent is not AssignmentExpressionSyntax store || site.StoredBy(store) is not { } value)
        {
            return [];
        }

        var whole = store.WithParentheses().Parent switch
        {
            ConditionalExpressionSyntax choice when site.FoundWhenTrue(choice.Condition) is { } foundWhenTrue
                && IsAt(store, foundWhenTrue ? choice.WhenFalse : choice.WhenTrue)
                && IsFoundValue(site, foundWhenTrue ? choice.WhenTrue : choice.WhenFalse) => choice,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax { Arms: [var first, var second] } choice } arm
                when choice.GoverningExpression.Bare() == site.Check && site.FoundWhenTrue(site.Check) is true
                && IsFoundValue(site, (arm == first ? second : first).Expression)
                && IsConstant(first, arm != first) && (IsConstant(second, arm != second) || second.Pattern is DiscardPatternSyntax) => choice,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice
                when choice.Left.Bare() == site.Check && IsAt(store, choice.Right) && site.GivesNullWhenAbsent(site.Check) => choice,
            _ => (ExpressionSyntax?)null,
        };
        return whole is null || (site.Output is not null && !site.DeclaresOutput)
            ? []
            : Calls(site, value).Select(call => StatementRewrite.Replace(whole, call, value)).OfType<Repair>().Select(Watched);
    }

    // 'if (!d.TryGetValue(k, out var v)) { v = New(); d[k] = v; }'
    private static IEnumerable<Repair> OfBranch(CheckThenActSite site)
    {
        if (Asked.Around(site) is not { } asked || MadeValue.Of(site, asked.Absent.Flat()) is not { Returns: null } made || asked.Found is not null)
        {
            yield break;
        }

        IReadOnlyList<StatementSyntax> old = asked.Head is null ? [asked.Branch] : [asked.Head, asked.Branch];
        // A variable from further out is looked at there.
        var isDeclared = asked.Head is LocalDeclarationStatementSyntax || site.DeclaresOutput;
        var isUsed = asked.Variable is not null && (!isDeclared || site.UsesOf(asked.Variable, old).Any());
        if (asked.Variable is { } looked && site.NamesIn(made.Value, looked).Any())
        {
            yield break;
        }

        if (made.Assigned is { } assigned ? !SymbolEqualityComparer.Default.Equals(assigned, asked.Variable) : isUsed)
        {
            yield break;
        }

        foreach (var call in Calls(site, made.Value, isUsed || (asked.Variable is null && NextRead(site, asked.Branch) is not null)))
        {
            // 'if (!d.ContainsKey(k)) d[k] = New(); return d[k];'
            if (asked is { Variable: null, Head: null } && NextRead(site, asked.Branch) is { } read)
            {
                if (InsteadOf(site, asked.Branch, read, call, made.Value) is { } shorter)
                {
                    yield return Watched(shorter);
                }

                continue;
            }

            if (StatementRewrite.Replace(site.Context, old, Shapes.Statement(isUsed ? $"{asked.Assignee} = $;" : "$;", call), made.Value) is { } repair)
            {
                yield return Watched(repair);
            }
        }
    }

    // 'if (d.TryGetValue(k, out var v)) return v; v = New(); d[k] = v; return v;'
    private static IEnumerable<Repair> OfEarlyReturn(CheckThenActSite site)
    {
        if (site.OutputVariable is not null && !site.DeclaresOutput)
        {
            yield break;
        }

        // 'if (d.TryGetValue(k, out var v)) return v; else { .. }'
        if (Asked.Around(site) is { Head: null, Found: { } found } asked && found.Flat() is [ReturnStatementSyntax { Expression: { } same }] && IsFoundValue(site, same)
            && asked.Branch.Condition.Span.Contains(site.Check.Span) && MadeValue.Of(site, asked.Absent.Flat()) is { Returns: not null } other)
        {
            foreach (var call in Calls(site, other.Value))
            {
                if (StatementRewrite.Replace(site.Context, [asked.Branch], Shapes.Statement("return $;", call), other.Value) is { } repair)
                {
                    yield return Watched(repair);
                }
            }

            yield break;
        }

        var statement = site.Act.FirstAncestorOrSelf<StatementSyntax>();
        if (statement?.Siblings() is not { } siblings
            || siblings.TakeWhile(sibling => sibling.SpanStart <= statement.SpanStart).OfType<IfStatementSyntax>().LastOrDefault(test => test.Condition.Span.Contains(site.Check.Span)) is not { } branch
            || branch.Else is not null || site.FoundWhenTrue(branch.Condition) is not true
            || branch.Statement.Flat() is not [ReturnStatementSyntax { Expression: { } returned }] || !IsFoundValue(site, returned))
        {
            yield break;
        }

        var rest = branch.Following().ToArray();
        var end = System.Array.FindIndex(rest, candidate => candidate is ReturnStatementSyntax);
        if (end < 0 || MadeValue.Of(site, rest.Take(end + 1).ToArray()) is not { Returns: { } } made)
        {
            yield break;
        }

        foreach (var call in Calls(site, made.Value))
        {
            if (StatementRewrite.Replace(site.Context, [branch, .. rest.Take(end + 1)], Shapes.Statement("return $;", call), made.Value) is { } repair)
            {
                yield return Watched(repair);
            }
        }
    }

    // 'var s = d.GetValueOrDefault(k); s ??= d[k] = New();'
    private static IEnumerable<Repair> OfCoalescing(CheckThenActSite site)
    {
        if (site.Act.Parent is AssignmentExpressionSyntax store && site.StoredBy(store) is { } value && site.NullSaysAbsent
            && store.WithParentheses().Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Parent: ExpressionStatementSyntax statement } coalescing
            && Asked.Before(site, statement) is { Variable: ILocalSymbol variable, Head: LocalDeclarationStatementSyntax head }
            && SymbolEqualityComparer.Default.Equals(site.VariableOf(coalescing.Left), variable))
        {
            return Calls(site, value)
                .Select(call => StatementRewrite.Replace(site.Context, [head, statement], Shapes.Statement($"{head.Declaration.Type} {variable.Name} = $;", call), value))
                .OfType<Repair>()
                .Select(Watched);
        }

        return [];
    }

    /// <summary>
    /// The calls that make and store <paramref name="value"/> where the key is absent. Where nobody looks at the result, a value that costs
    /// nothing goes into <c>TryAdd</c>.
    /// </summary>
    public static IEnumerable<ExpressionSyntax> Calls(CheckThenActSite site, ExpressionSyntax value, bool isUsed = true)
    {
        var operation = site.OperationOf(value);
        if (site.ReadsWhole(value.Bare()))
        {
            yield break;
        }

        if (RepeatableCode.IsCheap(operation) && (!isUsed || !IsDelegate(site, value)))
        {
            yield return site.Call(isUsed ? "GetOrAdd" : "TryAdd", value);
        }

        if (IsDelegate(site, value) || !RepeatableCode.Is(operation, site.Context.Facts, site.Context.CancellationToken))
        {
            yield break;
        }

        var part = AtomicDelegate.Part.Add(value);
        var indentation = site.Check.FirstAncestorOrSelf<StatementSyntax>()?.Indentation() ?? value.Indentation();
        foreach (var way in AtomicDelegate.WaysFor(site, part))
        {
            var factory = way.Of(part).Reindented(value.Indentation(), indentation);
            yield return way.Argument is { } argument ? site.Call("GetOrAdd", factory, argument) : site.Call("GetOrAdd", factory);
        }
    }

    // A delegate as the value could be taken for a factory.
    private static bool IsDelegate(CheckThenActSite site, ExpressionSyntax value) =>
        site.ValueType.TypeKind is TypeKind.Delegate || site.Context.Model.GetTypeInfo(value, site.Context.CancellationToken).Type?.TypeKind is TypeKind.Delegate;

    private static bool IsAt(ExpressionSyntax expression, ExpressionSyntax place) => place.Bare() == expression.Bare();

    private static bool IsConstant(SwitchExpressionArmSyntax arm, bool whenFound) =>
        arm.WhenClause is null && arm.Pattern is ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal }
        && literal.IsKind(whenFound ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);

    // The variable that the check gave the value to, or the entry.
    private static bool IsFoundValue(CheckThenActSite site, ExpressionSyntax expression) =>
        site.IsEntry(expression) || (site.OutputVariable is { } output && SymbolEqualityComparer.Default.Equals(site.VariableOf(expression), output));

    private static Repair? InsteadOf(CheckThenActSite site, IfStatementSyntax branch, ExpressionSyntax read, ExpressionSyntax call, ExpressionSyntax value) =>
        StatementRewrite.ReplaceAndRemove(site.Context, branch, [(read, call)], branch, value);

    // The read of the entry that the next statement begins with.
    private static ExpressionSyntax? NextRead(CheckThenActSite site, IfStatementSyntax branch)
    {
        var first = branch.Following().FirstOrDefault() switch
        {
            ReturnStatementSyntax { Expression: { } returned } => returned,
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var initial }], UsingKeyword.RawKind: 0 } => initial,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax, Right: var right } } => right,
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => call,
            _ => null,
        };
        return first is null ? null : site.EntriesIn(first).FirstOrDefault(entry => entry.SpanStart == first.SpanStart
            && entry.Parent is not (AssignmentExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }));
    }

    private static Repair Watched(Repair repair) => repair with { Watched = CheckThenActSite.FactoryRules };
}
