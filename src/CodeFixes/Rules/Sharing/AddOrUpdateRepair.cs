using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Makes a change that starts from the old value one call: <c>d.AddOrUpdate(key, 1, static (_, old) => old + 1)</c>. Where an absent key
/// threw, the call throws as well.
/// </summary>
internal static class AddOrUpdateRepair
{
    /// <summary>The calls that can stand for the look-up and the change, best first.</summary>
    public static IEnumerable<Repair> Plan(CheckThenActSite site)
    {
        if (site.Found.Fault is not ActFault.LostUpdate || EntryUpdate.Of(site, site.Act) is not { } update)
        {
            yield break;
        }

        var statement = CheckThenActSite.StatementOf(update.Whole);
        foreach (var repair in (statement is null ? [] : OfBranch(site, update, statement).Concat(OfHead(site, update, statement))).Concat(OfExpression(site, update)))
        {
            yield return repair;
        }
    }

    /// <summary>The repair of <c>if (!d.ContainsKey(k)) d[k] = 0; d[k]++;</c>, asked for at the first half.</summary>
    public static IEnumerable<Repair> PlanOfInitialized(CheckThenActSite site)
    {
        if (site.Found.Found is not false || site.GivesElsewhere(site.Check) || Asked.Around(site) is not { Head: null, Found: null } asked
            || asked.Branch.Following().FirstOrDefault() is not ExpressionStatementSyntax next)
        {
            return [];
        }

        return site.EntriesIn(next)
            .Select(entry => EntryUpdate.Of(site, entry))
            .Where(update => update is not null && CheckThenActSite.StatementOf(update.Whole) == next && (update.IsFused || site.EntriesIn(update.Value).Any()))
            .Take(1)
            .SelectMany(update => OfInitialized(site, WithEntries(site, update!), next));
    }

    // 'if (!d.TryAdd(k, 1)) d[k]++;', 'if (d.TryGetValue(k, out var n)) d[k] = n + 1; else d[k] = 1;'
    private static IEnumerable<Repair> OfBranch(CheckThenActSite site, EntryUpdate update, StatementSyntax statement)
    {
        foreach (var repair in OfInitialized(site, WithEntries(site, update), statement))
        {
            yield return repair;
        }

        var (branch, isElse) = statement.Parent is BlockSyntax { Statements.Count: 1 } block ? BranchOf(block) : BranchOf(statement);
        if (branch is null || site.FoundWhenTrue(branch.Condition) is not { } foundWhenTrue || foundWhenTrue == isElse || CheckIn(site, branch.Condition) is not { } check)
        {
            yield break;
        }

        var other = isElse ? branch.Statement : branch.Else?.Statement;
        var absent = site.IsCall(check, "TryAdd") ? other is null ? site.StoredBy(check) : null
            : other?.Flat() is [ExpressionStatementSyntax store] ? site.StoredBy(store.Expression)
            : null;
        if (absent is null || absent.Bare() is AssignmentExpressionSyntax || branch.Parent is ElseClauseSyntax)
        {
            yield break;
        }

        var given = site.VariableGivenBy(check);
        if (site.GivesElsewhere(check) || (given is not null && site.UsesOf(given, update.Value).Any()))
        {
            yield break;
        }

        var changed = WithEntries(site, given is null ? update : update with { Old = [.. site.NamesIn(update.Value, given)] });
        foreach (var (call, missing) in AddOrUpdateCalls.Of(site, changed, absent, given?.Name))
        {
            if ((changed.IsFused || changed.Old.Count > 0) && StatementRewrite.Replace(site.Context, [branch], Shapes.Statement("$;", call), update.Value, absent) is { } repair)
            {
                yield return repair with { Namespace = missing, Watched = CheckThenActSite.FactoryRules };
            }
        }
    }

    // 'if (!d.ContainsKey(k)) d[k] = 0; d[k] += x;'
    private static IEnumerable<Repair> OfInitialized(CheckThenActSite site, EntryUpdate update, StatementSyntax statement)
    {
        if (statement.Previous() is not IfStatementSyntax { Else: null } branch || site.FoundWhenTrue(branch.Condition) is not false
            || branch.Statement.Flat() is not [ExpressionStatementSyntax store] || site.StoredBy(store.Expression) is not { } initial
            || !RepeatableCode.IsCheap(site.OperationOf(initial)) || (!update.IsFused && update.Old.Count == 0)
            || CheckIn(site, branch.Condition) is not { } check || site.IsCall(check, "TryAdd") || site.GivesElsewhere(check) || (site.VariableGivenBy(check) is { } given && site.UsesOf(given).Any()))
        {
            yield break;
        }

        foreach (var (call, missing) in AddOrUpdateCalls.From(site, update, initial.WithoutTrivia().ToString(), null))
        {
            if (StatementRewrite.Replace(site.Context, [branch, statement], Shapes.Statement("$;", call), update.Value) is { } repair)
            {
                yield return repair with { Namespace = missing, Watched = CheckThenActSite.FactoryRules };
            }
        }
    }

    // 'd.TryGetValue(k, out var n); d[k] = n + 1;', 'var n = d[k]; d[k] = n + 1;'
    private static IEnumerable<Repair> OfHead(CheckThenActSite site, EntryUpdate update, StatementSyntax statement)
    {
        if (update.IsFused || Asked.Before(site, statement) is not var (head, variable) || variable is not ILocalSymbol
            || (head is ExpressionStatementSyntax && !site.DeclaresOutput) || site.UsesOf(variable, update.Value).Any())
        {
            yield break;
        }

        var changed = WithEntries(site, update with { Old = [.. site.NamesIn(update.Value, variable)] });
        var from = head is ExpressionStatementSyntax || site.CheckName == "GetValueOrDefault" ? AddOrUpdateCalls.DefaultIn(site)
            : site.CheckName == "GetOrAdd" ? AddOrUpdateCalls.InitialIn(site)
            : null;
        if (from is null && site.Check is not ElementAccessExpressionSyntax)
        {
            yield break;
        }

        foreach (var (call, missing) in from is null ? AddOrUpdateCalls.Of(site, changed, null, variable.Name) : AddOrUpdateCalls.From(site, changed, from, variable.Name))
        {
            if (StatementRewrite.Replace(site.Context, [head, statement], Shapes.Statement("$;", call), update.Value) is { } repair)
            {
                yield return repair with { Namespace = missing, Watched = CheckThenActSite.FactoryRules };
            }
        }
    }

    // 'd[k]++', 'd[k] = f(d[k])', 'd[k] = d.TryGetValue(k, out var n) ? n + 1 : 1', 'd[k] = d.GetValueOrDefault(k) + 1'
    private static IEnumerable<Repair> OfExpression(CheckThenActSite site, EntryUpdate update)
    {
        var calls = update.Value.Bare() is ConditionalExpressionSyntax choice && CheckIn(site, choice.Condition) is not null ? OfChoice(site, update, choice)
            : update.IsFused || site.Check is ElementAccessExpressionSyntax && update.Value.Span.Contains(site.Check.Span) ? AddOrUpdateCalls.Of(site, WithEntries(site, update), null, null)
            : site.CheckName is "GetValueOrDefault" or "GetOrAdd" && update.Value.Span.Contains(site.Check.Span) && (site.CheckName == "GetOrAdd" ? AddOrUpdateCalls.InitialIn(site) : AddOrUpdateCalls.DefaultIn(site)) is { } from
                ? AddOrUpdateCalls.From(site, WithEntries(site, update with { Old = [site.Check] }), from, null)
                : [];
        foreach (var (call, missing) in calls)
        {
            if (StatementRewrite.Replace(update.Whole.WithParentheses(), call, update.Value) is { } repair)
            {
                yield return repair with { Namespace = missing, Watched = CheckThenActSite.FactoryRules };
            }
        }
    }

    private static IEnumerable<(ExpressionSyntax Call, string? Missing)> OfChoice(CheckThenActSite site, EntryUpdate update, ConditionalExpressionSyntax choice)
    {
        if (site.FoundWhenTrue(choice.Condition) is not { } foundWhenTrue || CheckIn(site, choice.Condition) is not { } check || site.IsCall(check, "TryAdd"))
        {
            return [];
        }

        var (found, absent) = foundWhenTrue ? (choice.WhenTrue, choice.WhenFalse) : (choice.WhenFalse, choice.WhenTrue);
        var given = site.VariableGivenBy(check);
        if (site.GivesElsewhere(check) || (given is not null && site.UsesOf(given, found).Any()))
        {
            return [];
        }

        var changed = WithEntries(site, update with { Value = found, Old = given is null ? [] : [.. site.NamesIn(found, given)] });
        return changed.Old.Count > 0 ? AddOrUpdateCalls.Of(site, changed, absent, given?.Name) : [];
    }

    private static EntryUpdate WithEntries(CheckThenActSite site, EntryUpdate update) =>
        update.IsFused ? update : update with { Old = [.. update.Old, .. site.EntriesIn(update.Value).Where(entry => !update.Old.Any(other => other.Span.Contains(entry.Span)))] };

    private static ExpressionSyntax? CheckIn(CheckThenActSite site, ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => site.IsCall(call) && site.FoundWhenTrue(call) is not null);

    private static (IfStatementSyntax? Branch, bool IsElse) BranchOf(StatementSyntax statement) => statement.Parent switch
    {
        IfStatementSyntax branch => (branch, false),
        ElseClauseSyntax { Parent: IfStatementSyntax branch } => (branch, true),
        _ => (null, false),
    };
}
