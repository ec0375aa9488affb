using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether code runs, or what it writes was computed, because of what a check told.</summary>
internal sealed class CheckDependence(CompilationModel model)
{
    /// <summary>How an act depends on a check.</summary>
    /// <param name="IsControlled">Whether it runs only on one outcome of a condition that asks for the check's result.</param>
    /// <param name="Found">That outcome: the key was found (true), was not (false), or neither is said (null).</param>
    /// <param name="UsesValue">Whether what it writes is computed from the value that was read.</param>
    /// <param name="ComparesOrder">Whether that condition asks which of two values is larger, as one that keeps the maximum does.</param>
    public readonly record struct Dependence(bool IsControlled, bool? Found, bool UsesValue, bool ComparesOrder);

    /// <summary>How <paramref name="site"/>, which writes <paramref name="values"/> under <paramref name="key"/>, depends on <paramref name="check"/>; null where it does not.</summary>
    public Dependence? Of(IOperation site, KeyEvent check, KeyIdentity key, IReadOnlyList<IOperation> values, CancellationToken cancellationToken)
    {
        if (IsWhereMissing(site, check))
        {
            return new Dependence(true, false, false, false);
        }

        if (model.Graphs.Around(site, cancellationToken) is not { } graph
            || graph.PositionOf(check.Operation) is not { } checkedAt || graph.PositionOf(site) is not { } actedAt)
        {
            return null;
        }

        var origins = OriginsIn(site, graph);
        var usesValue = values.Any(value => !IsWhatWasRead(value, check) && origins.Of(value).Any(origin => IsRead(origin, check)));
        if (check.Operation.IsWithin(site) || values.Any(value => check.Operation.IsWithin(value)))
        {
            return usesValue ? new Dependence(false, null, true, false) : null;
        }

        if (!graph.Reaches(checkedAt, actedAt, KeyChanges(site, check.Collection, key, graph)))
        {
            return null;
        }

        if (values.Count > 0 && values.All(value => IsWhatWasRead(value, check)))
        {
            return null;
        }

        var controls = Controls(check, actedAt, graph, origins, site);

        // Where the key was not found there is no value to use.
        usesValue &= controls.Found is not false;
        return controls.Any || usesValue ? new Dependence(controls.Any, controls.Found, usesValue, controls.CompareOrder) : null;
    }

    /// <summary>
    /// Whether a condition that decides if <paramref name="site"/> runs asks for the value that <paramref name="check"/> read, and the
    /// body has not itself put another one under the key since.
    /// </summary>
    public bool IsDecidedByValue(IOperation site, KeyEvent check, KeyIdentity key, CancellationToken cancellationToken) =>
        model.Graphs.Around(site, cancellationToken) is { } graph
        && graph.PositionOf(check.Operation) is { } checkedAt && graph.PositionOf(site) is { } actedAt
        && graph.Reaches(checkedAt, actedAt, [.. KeyChanges(site, check.Collection, key, graph), .. OwnWrites(site, check, key, graph, cancellationToken)])
        && IsDecidedBy(site, actedAt, graph, origin => IsRead(origin, check));

    /// <summary>Whether a condition that decides if <paramref name="site"/> runs, other than a test for null, is computed from what <paramref name="matches"/>.</summary>
    public bool IsDecidedBy(IOperation site, Func<IOperation, bool> matches, CancellationToken cancellationToken) =>
        model.Graphs.Around(site, cancellationToken) is { } graph && graph.PositionOf(site) is { } actedAt
        && IsDecidedBy(site, actedAt, graph, origin => matches(origin.Operation));

    private bool IsDecidedBy(IOperation site, BlockPosition actedAt, BodyGraph graph, Func<ValueOrigins.Origin, bool> matches)
    {
        var origins = OriginsIn(site, graph);
        return DecidingConditions(actedAt, graph).Any(block =>
            graph.SourcesOfCondition(block).Any(source => NullTest(source) is null && origins.Of(source).Any(matches)));
    }

    /// <summary>Whether the <paramref name="values"/> that <paramref name="site"/> writes were read from other dictionaries, so that every thread has the same.</summary>
    public bool IsFoundElsewhere(IOperation site, IReadOnlyList<IOperation> values, InstancePath collection)
    {
        if (values.Count == 0 || values.Any(value => value.Unwrapped() is not ILocalReferenceOperation) || model.Graphs.Around(site, CancellationToken.None) is not { } graph)
        {
            return false;
        }

        var sources = values.SelectMany(OriginsIn(site, graph).Of).Where(origin => origin.Operation is not ILocalReferenceOperation).ToArray();
        return sources.Length > 0 && sources.All(origin => origin.AsOutput
            && DictionaryUse.TryGet(origin.Operation, model.Types) is { Verb: Verb.Lookup } use && !collection.Equals(model.Paths.Read(use.Receiver, CancellationToken.None)));
    }

    // 'try { return cd[k]; } catch (KeyNotFoundException) { return cd[k] = Load(k); }'
    private static bool IsWhereMissing(IOperation site, KeyEvent check)
    {
        if (check is not { Use.Verb: Verb.Lookup, Operation: IPropertyReferenceOperation })
        {
            return false;
        }

        for (var outer = site.Parent; outer is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); outer = outer.Parent)
        {
            if (outer is ICatchClauseOperation { Parent: ITryOperation tried, ExceptionType: var missing } && missing.IsNamed("System.Collections.Generic", "KeyNotFoundException"))
            {
                return check.Operation.IsWithin(tried.Body);
            }
        }

        return false;
    }

    /// <summary>Whether a variable that holds one of the <paramref name="values"/> is read after <paramref name="site"/>, here or by the caller.</summary>
    public bool IsUsedAfter(IOperation site, IReadOnlyList<IOperation> values, CancellationToken cancellationToken)
    {
        var holders = new HashSet<ISymbol>(values.Select(HolderOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        if (holders.Count == 0 || model.Graphs.Around(site, cancellationToken) is not { } graph || graph.PositionOf(site) is not { } actedAt)
        {
            return false;
        }

        return holders.Any(holder => holder is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out }) || site.EnclosingBody().Executed().Any(operation =>
            operation.SymbolOfVariable() is { } variable && holders.Contains(variable)
            && operation.Access() is AccessKind.Read && !operation.IsWithin(site)
            && graph.PositionOf(operation) is { } readAt && graph.Reaches(actedAt, readAt, []));
    }

    private static ISymbol? HolderOf(IOperation value) => value.Unwrapped() switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target.SymbolOfVariable(),
        var other => other.SymbolOfVariable(),
    };

    // The conditions, each with one outcome that leads to the act and one that does not. That a foreach over what was read has
    // come to its end is none: nobody asked.
    private static IEnumerable<int> DecidingConditions(BlockPosition act, BodyGraph graph) =>
        Enumerable.Range(0, graph.Graph.Count).Where(block => graph.ConditionOf(block) is { } condition
            && graph.Toward(act.Block).OutcomeLeadingTo(block, act.Block) is { } outcome && (outcome || !IsStepOfForeach(condition)));

    private static bool IsStepOfForeach(IOperation condition) => condition is { IsImplicit: true, Kind: OperationKind.Invocation or OperationKind.Await };

    // Whether conditions on the way to the act ask what the check told, and what they say of the key.
    private (bool Any, bool? Found, bool CompareOrder) Controls(KeyEvent check, BlockPosition act, BodyGraph graph, ValueOrigins origins, IOperation site)
    {
        var found = new List<bool?>();
        var compareOrder = false;
        foreach (var block in DecidingConditions(act, graph))
        {
            var sources = graph.SourcesOfCondition(block).ToArray();
            if (sources.SelectMany(origins.Of).Any(origin => IsAnswer(origin, check)))
            {
                found.Add(Found(sources[0], check, graph.Toward(act.Block).OutcomeLeadingTo(block, act.Block)!.Value, site));
                compareOrder |= sources[0].DescendantsAndSelf().Any(IsOrderComparison);
            }
        }

        // 'TryGetValue(..) && !IsStale(value)' says more than that the key is there.
        return (found.Count > 0, found.Contains(null) ? null : found.FirstOrDefault(), compareOrder);
    }

    // What an outcome of a condition says of the key; null where it asks for more than presence.
    private bool? Found(IOperation condition, KeyEvent check, bool outcome, IOperation site)
    {
        var (tested, whenTrue) = BooleanTest.Of(condition);
        if (tested is ILocalReferenceOperation local && model.Bodies.Around(site).Locals.SoleValue(local.Local) is { } value && local.Type?.SpecialType is SpecialType.System_Boolean)
        {
            var (inner, isPositive) = BooleanTest.Of(value);
            (tested, whenTrue) = (inner, whenTrue == isPositive);
        }

        var isFound = outcome == whenTrue;
        if (tested.Syntax == check.Operation.Syntax && check.Operation.Type?.SpecialType is SpecialType.System_Boolean)
        {
            // 'TryAdd' that fails has found the key.
            return check.Use.Verb is Verb.Insert ? !isFound : isFound;
        }

        return NullTest(condition) is { } whenNull ? outcome != whenNull : null;
    }

    private static bool IsOrderComparison(IOperation operation) => operation
        is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual }
        or IRelationalPatternOperation
        or IInvocationOperation { TargetMethod.Name: "CompareTo" or "Compare" };

    // The outcome of a condition on which its operand is null: true of 'x == null', false of 'x is not null'.
    private static bool? NullTest(IOperation condition) => condition.Unwrapped() switch
    {
        IIsNullOperation => true,
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } => true,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } => false,
        IIsPatternOperation { Pattern: IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } } => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            when IsNull(comparison.LeftOperand) || IsNull(comparison.RightOperand) => comparison.OperatorKind is BinaryOperatorKind.Equals,
        _ => null,
    };

    private static bool IsNull(IOperation operand) => operand.Unwrapped().ConstantValue is { HasValue: true, Value: null };

    private ValueOrigins OriginsIn(IOperation site, BodyGraph graph) => new(model.Bodies.Around(site).Locals, graph);

    // The value that the check read: what it gave by an 'out' argument, or its result where that is no answer.
    private static bool IsRead(ValueOrigins.Origin origin, KeyEvent check) =>
        IsAnswer(origin, check) && (origin.AsOutput || check.Operation is IPropertyReferenceOperation || check.Use is { Verb: Verb.Lookup or Verb.Insert or Verb.Upsert } && !AnswersYesOrNo(check));

    private static bool IsAnswer(ValueOrigins.Origin origin, KeyEvent check) =>
        origin.Operation.Syntax == check.Operation.Syntax && origin.Operation.Kind == check.Operation.Kind;

    // 'TryGetValue', 'TryAdd': the result tells whether, not what.
    private static bool AnswersYesOrNo(KeyEvent check) =>
        check.Operation is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean, TargetMethod.Name: not ("GetOrAdd" or "AddOrUpdate" or "GetValueOrDefault" or "Get") };

    // 'cd[k] = list' of the very object that was read under k puts back what is there. A struct is a copy, and may have changed.
    private bool IsWhatWasRead(IOperation value, KeyEvent check) =>
        value.Unwrapped() is ILocalReferenceOperation { Type.IsReferenceType: true } local
        && model.Bodies.Around(value).Locals is var locals
        && (locals.SoleValue(local.Local) is { } source
            ? source.Unwrapped().Syntax == check.Operation.Syntax
            : locals.WritesOf(local.Local).ToArray() is [var given] && given.IsWithin(check.Operation));

    // Where the body itself writes what stands under the key.
    private IEnumerable<BlockPosition> OwnWrites(IOperation site, KeyEvent check, KeyIdentity key, BodyGraph graph, CancellationToken cancellationToken) =>
        model.KeyEvents.In(site.EnclosingBody(), cancellationToken)
            .Where(write => write.Use.Verb is Verb.Upsert or Verb.Overwrite && write.Operation != check.Operation
                && check.Collection.Equals(write.Collection) && key.IsSame(write.Key, model.Bodies))
            .Select(write => graph.PositionOf(write.Operation))
            .OfType<BlockPosition>();

    // Where a variable that the key or the collection depends on is given another value.
    private IReadOnlyCollection<BlockPosition> KeyChanges(IOperation site, InstancePath collection, KeyIdentity key, BodyGraph graph)
    {
        var locals = model.Bodies.Around(site).Locals;
        return
        [
            .. collection.Variables.Concat(key.Path?.Variables ?? [])
                .SelectMany(locals.WritesOf)
                .Select(graph.PositionOf)
                .OfType<BlockPosition>(),
        ];
    }
}
