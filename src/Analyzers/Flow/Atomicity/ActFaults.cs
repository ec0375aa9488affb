using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>What goes wrong when another thread comes between a check and the act that relies on it: what can be lost, thrown or let through?</summary>
internal sealed class ActFaults(CompilationModel model, CheckDependence dependence)
{
    /// <summary>The fault of <paramref name="act"/>, which depends on <paramref name="check"/>; null where another thread in between does no harm.</summary>
    public ActFault? Of(
        DictionaryUse act, IOperation site, KeyEvent check, InstancePath collection, KeyIdentity key, IReadOnlyList<IOperation> values,
        CheckDependence.Dependence dependent, bool isInCallee, CancellationToken cancellationToken)
    {
        switch (act.Verb)
        {
            case Verb.Lookup or Verb.Remove when act.Operation is IInvocationOperation call:
                return dependent is { IsControlled: true, Found: true } && !isInCallee && check.Use.Verb is Verb.Contains
                    && (act.Verb is Verb.Remove || IsEverRemoved(collection, cancellationToken)) && IsTrusted(call)
                        ? ActFault.GivesNothing
                        : null;
            case Verb.Lookup:
                return dependent.Found is true && !IsSaidAnyway(check, site) && !IsReadBefore(site, collection, key, cancellationToken) && IsEverRemoved(collection, cancellationToken)
                    ? ActFault.ReadThrows
                    : null;
            case Verb.InsertOrThrow:
                return dependent.IsControlled && dependent.Found is not true ? ActFault.AddThrows : null;
            case Verb.Insert:
                return !dependent.IsControlled || dependent.Found is true || (!isInCallee && dependence.IsFoundElsewhere(site, values, collection))
                    ? null
                    : !isInCallee && HasIdentity(values) && dependence.IsUsedAfter(site, values, cancellationToken) ? ActFault.KeepsOwnValue
                    : IsMarkOfWork(site, values) ? ActFault.PassesTwice
                    : HarmlessUnlessRefused(check, site);
            case Verb.Overwrite:
                return dependent.UsesValue ? ActFault.GivesUp : null;
        }

        if (dependent.UsesValue)
        {
            return ActFault.LostUpdate;
        }

        if (!dependent.IsControlled)
        {
            return null;
        }

        if (dependent.Found is true)
        {
            return IsEverRemoved(collection, cancellationToken) ? ActFault.Resurrects : null;
        }

        if (!isInCallee && IsMarkOfWork(site, values))
        {
            return ActFault.PassesTwice;
        }

        var isHarmless = !dependent.ComparesOrder
            && !HasIdentity(values)
            && !IsFollowedByWork(site)
            && !IsReplacedElsewhere(collection, site, values, cancellationToken);
        return isHarmless ? HarmlessUnlessRefused(check, site) : ActFault.SecondValue;
    }

    private static ActFault HarmlessUnlessRefused(KeyEvent check, IOperation site) => Refuses(check.Operation, site) ? ActFault.PassesTwice : ActFault.Harmless;

    private bool HasIdentity(IReadOnlyList<IOperation> values) =>
        values is [var written, ..] && ValueIdentity.Matters(written.Unwrapped().Type ?? written.Type, model.Types);

    // 'd.TryRemove(k, out var value); value.Close();': nobody asks whether there is one.
    private static bool IsTrusted(IInvocationOperation call)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.RefKind is RefKind.Out)?.Value is not { } given
            || (given is IDeclarationExpressionOperation declared ? declared.Expression : given) is not ILocalReferenceOperation { Local: { Type.IsReferenceType: true } value })
        {
            return false;
        }

        var reads = call.EnclosingBody().Executed().OfType<ILocalReferenceOperation>()
            .Where(read => SymbolEqualityComparer.Default.Equals(read.Local, value) && !read.IsWithin(call)).ToArray();
        return reads.Length > 0 && reads.All(read => read.Syntax.SpanStart > call.Syntax.SpanStart && IsDereferenced(read));
    }

    private static bool IsDereferenced(IOperation read) => read.Parent switch
    {
        IInvocationOperation used => used.Instance == read,
        IMemberReferenceOperation used => used.Instance == read,
        _ => false,
    };

    // 'if (seen.ContainsKey(x)) return; seen[x] = true; Process(x);': Process runs twice.
    private static bool IsFollowedByWork(IOperation site)
    {
        var statement = StatementOf(site);
        return statement.Parent is IBlockOperation block && block.Operations.SkipWhile(earlier => earlier != statement).Skip(1).Any(IsWork);
    }

    // 'if (!seen.ContainsKey(x)) { Process(x); seen.TryAdd(x, true); }': the entry only says that it was done.
    private static bool IsMarkOfWork(IOperation site, IReadOnlyList<IOperation> values)
    {
        var statement = StatementOf(site);
        return values is [var mark, ..] && mark.Unwrapped() is { ConstantValue.HasValue: true } or IDefaultValueOperation
            && statement is { Parent: IBlockOperation { Parent: IConditionalOperation } block }
            && block.Operations.Any(other => other != statement && IsWork(other) && !SeldomCode.Is(InWork(other)));
    }

    private static IOperation StatementOf(IOperation site)
    {
        var statement = site;
        while (statement.Parent is { } parent and not (IBlockOperation or IConditionalOperation))
        {
            statement = parent;
        }

        return statement;
    }

    private static bool IsWork(IOperation statement) =>
        statement is IExpressionStatementOperation { Operation: IInvocationOperation or IAwaitOperation or IConditionalAccessOperation { WhenNotNull: IInvocationOperation } };

    // Of a call the first thing that it is given, which stands in the call.
    private static IOperation InWork(IOperation statement) => statement.DescendantsAndSelf().OfType<IArgumentOperation>().FirstOrDefault()?.Value ?? statement;

    // The first of several reads is told, the others throw no sooner.
    private bool IsReadBefore(IOperation site, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken) =>
        model.KeyEvents.In(site.EnclosingBody(), cancellationToken).Any(other =>
            other.Use is { Verb: Verb.Lookup, Operation: IPropertyReferenceOperation } && other.Operation.Syntax.SpanStart < site.Syntax.SpanStart
            && collection.Equals(other.Collection) && key.IsSame(other.Key, model.Bodies));

    private bool IsEverRemoved(InstancePath collection, CancellationToken cancellationToken) =>
        UsesElsewhere(collection, cancellationToken).Any(use => use.Verb is Verb.Remove or Verb.Clear);

    private bool IsReplacedElsewhere(InstancePath collection, IOperation site, IReadOnlyList<IOperation> values, CancellationToken cancellationToken) =>
        UsesElsewhere(collection, cancellationToken).Any(use =>
            use.Verb is Verb.Upsert or Verb.Overwrite && use.Operation.Root().Syntax != site.Root().Syntax
            && !IsSameConstant(use.Value, values) && !OnlyFills(use, cancellationToken));

    private static bool IsSameConstant(IOperation? written, IReadOnlyList<IOperation> values) =>
        written?.Unwrapped().ConstantValue is { HasValue: true, Value: var constant }
        && values is [var value, ..] && value.Unwrapped().ConstantValue is { HasValue: true, Value: var other } && Equals(constant, other);

    // The same cache, filled by another method: 'if (cd.TryGetValue(k, out var v)) return v; return cd[k] = Compute(k);'
    private bool OnlyFills(DictionaryUse use, CancellationToken cancellationToken)
    {
        if (use is not { Verb: Verb.Upsert, Key: { } keyOperation, Value: { } value } || model.Paths.Read(use.Receiver, cancellationToken) is not { } collection)
        {
            return false;
        }

        var key = new KeyIdentity(model.Paths.Read(keyOperation, cancellationToken), keyOperation);
        return model.KeyEvents.In(use.Operation.EnclosingBody(), cancellationToken).Any(check =>
            check.IsTest && collection.Equals(check.Collection) && key.IsSame(check.Key, model.Bodies)
            && dependence.Of(use.Operation, check, key, [value], cancellationToken) is { IsControlled: true, Found: false, UsesValue: false });
    }

    private IEnumerable<DictionaryUse> UsesElsewhere(InstancePath collection, CancellationToken cancellationToken) =>
        collection.LastMember is { } member
            ? model.Members.ChangesOf(member, cancellationToken)
                .Select(reference => Outermost(reference).Parent)
                .OfType<IOperation>()
                .Select(parent => DictionaryUse.TryGet(parent is IArgumentOperation { Parent: { } call } ? call : parent, model.Types))
                .OfType<DictionaryUse>()
            : [];

    private static IOperation Outermost(IOperation reference)
    {
        while (reference.Parent is IConversionOperation or IParenthesizedOperation)
        {
            reference = reference.Parent;
        }

        return reference;
    }

    // 'if (used.ContainsKey(nonce)) throw ..; used.TryAdd(nonce, now);': a test that refuses, and lets two through.
    private static bool Refuses(IOperation check, IOperation site) => Refusal(check, site) is not null || IsSearch(check, site);

    // 'while (names.ContainsKey(name)) name = Next(name); names.TryAdd(name, x);': two find the same name free.
    private static bool IsSearch(IOperation check, IOperation site) => Tested(check) is { Parent: IWhileLoopOperation search } tested && search.Condition == tested && !site.IsWithin(search);

    // 'if (!map.ContainsKey(k)) throw new KeyNotFoundException(..); return map[k];': who comes too late is told the same.
    private static bool IsSaidAnyway(KeyEvent check, IOperation site) =>
        Refusal(check.Operation, site)?.Exception?.Unwrapped().Type.IsOrDerivesFrom("System.Collections.Generic", "KeyNotFoundException") is true;

    private static IThrowOperation? Refusal(IOperation check, IOperation site)
    {
        var tested = Tested(check);
        return tested.Parent is IConditionalOperation choice && choice.Condition == tested
            ? ThrowAtEndOf(choice.WhenTrue, site) ?? (choice.WhenFalse is { } otherwise ? ThrowAtEndOf(otherwise, site) : null)
            : null;
    }

    // The whole condition that a check stands in.
    private static IOperation Tested(IOperation check)
    {
        while (check.Parent is IUnaryOperation or IBinaryOperation or IIsPatternOperation or IParenthesizedOperation or IConversionOperation)
        {
            check = check.Parent;
        }

        return check;
    }

    private static IThrowOperation? ThrowAtEndOf(IOperation branch, IOperation site) =>
        site.IsWithin(branch) ? null
        : (branch is IBlockOperation { Operations: [.., var last] } ? last : branch) switch
        {
            IThrowOperation thrown => thrown,
            IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
            _ => branch.Unwrapped() as IThrowOperation,
        };
}
