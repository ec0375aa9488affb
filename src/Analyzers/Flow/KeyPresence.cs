using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a key is certainly in a collection when an operation runs: on every path to it the key was read, written,
/// or found by a test, and nothing removed it since.
/// </summary>
internal sealed class KeyPresence(CompilationModel model)
{
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<KeyEvent>> events = new();

    /// <summary>
    /// Whether <paramref name="key"/> is in <paramref name="collection"/> just before <paramref name="operation"/>;
    /// <paramref name="atStart"/> tells whether it was when the body began, or the loop around it took its step.
    /// </summary>
    public bool IsPresentAt(
        IOperation operation, InstancePath collection, KeyIdentity key, bool atStart, CancellationToken cancellationToken)
    {
        var passed = EventsFor(operation, collection, key, cancellationToken);
        if (atStart ? !passed.Any(found => found.Removes) : !passed.Any(found => found.Establishes))
        {
            return atStart;
        }

        return IsInSwitchOn(operation, passed) || Holds(operation, key, passed, atStart, absent: false, cancellationToken);
    }

    /// <summary>Whether a test has shown that <paramref name="key"/> is not in <paramref name="collection"/> just before <paramref name="operation"/>.</summary>
    public bool IsAbsentAt(IOperation operation, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken)
    {
        var passed = EventsFor(operation, collection, key, cancellationToken);
        return passed.Any(found => found.IsTest) && Holds(operation, key, passed, atStart: false, absent: true, cancellationToken);
    }

    private bool Holds(
        IOperation operation, KeyIdentity key, IReadOnlyCollection<KeyEvent> passed, bool atStart, bool absent, CancellationToken cancellationToken)
    {
        if (model.Graphs.Around(operation, cancellationToken) is not { } graph || graph.PositionOf(operation) is not { } position)
        {
            return atStart;
        }

        // The step of the innermost loop around the operation is where a loop's own key is known to be present.
        var steps = atStart && InnermostLoop(operation) is { } loop
            ? LoopPositions.Of(loop, graph).Steps.Select(step => step.Block).ToArray()
            : [];
        var located = passed
            .Select(found => (Event: (KeyEvent?)found, Position: graph.PositionOf(found.Operation)))
            .Concat(ChangesOf(key, operation).Select(write => (Event: (KeyEvent?)null, Position: graph.PositionOf(write))))
            .Where(found => found.Position is not null)
            .ToLookup(found => found.Position!.Value.Block, found => (found.Event, found.Position!.Value.Index));
        var onEntry = graph.Graph.SolveMust(
            (block, holds) => After(block, int.MaxValue, holds || steps.Contains(block) || (atStart && block == 0)),
            (block, edge) => edge.Condition is { } taken && Tests(graph.ConditionOf(block), operation, passed) is { } positive && taken == (positive != absent));

        // A read in the same statement comes before its write.
        return After(position.Block, position.Index + 1, onEntry[position.Block]);

        bool After(int block, int before, bool holds)
        {
            if (!located.Contains(block))
            {
                return holds;
            }

            foreach (var (found, _) in located[block].Where(candidate => candidate.Index < before).OrderBy(candidate => candidate.Index))
            {
                // No event is a change of the key itself, after which nothing is known.
                holds = found is { } known && (absent ? holds && !known.EstablishesAlways : !known.Removes && (holds || known.EstablishesAlways));
            }

            return holds;
        }
    }

    // 'k += 10' after the test of k.
    private IEnumerable<IOperation> ChangesOf(KeyIdentity key, IOperation operation)
    {
        var locals = model.Bodies.Around(operation).Locals;
        return key.Path is { } path
            ? path.Variables.Where(variable => !locals.IsNeverReassigned(variable)).SelectMany(locals.WritesOf)
            : [];
    }

    private static IForEachLoopOperation? InnermostLoop(IOperation operation)
    {
        var candidate = operation.Parent;
        while (candidate is not null and not IForEachLoopOperation)
        {
            candidate = candidate.Parent;
        }

        return candidate as IForEachLoopOperation;
    }

    // 'switch (d.ContainsKey(k))' is taken apart by the compiler; inside it the author has asked, and that is enough to stay silent.
    private static bool IsInSwitchOn(IOperation operation, IEnumerable<KeyEvent> passed)
    {
        for (var candidate = operation.Parent; candidate is not null; candidate = candidate.Parent)
        {
            var value = candidate switch
            {
                ISwitchOperation switched => switched.Value,
                ISwitchExpressionOperation switched => switched.Value,
                _ => null,
            };
            if (value is not null && passed.Any(found => found.IsTest && found.Operation.Syntax == value.Unwrapped().Syntax))
            {
                return true;
            }
        }

        return false;
    }

    // Whether a block's condition is one of the tests, or a local that holds the result of one: true where it asks for
    // presence, false where it asks for absence.
    private bool? Tests(IOperation? condition, IOperation body, IEnumerable<KeyEvent> passed)
    {
        if (condition is null)
        {
            return null;
        }

        var (tested, positive) = BooleanTest.Of(condition);
        if (tested is ILocalReferenceOperation local && model.Bodies.Around(body).Locals.SoleValue(local.Local) is { } value)
        {
            var (inner, isPositive) = BooleanTest.Of(value);
            (tested, positive) = (inner, positive == isPositive);
        }

        return passed.Any(found => found.IsTest && found.Operation.Syntax == tested.Syntax) ? positive : null;
    }

    private List<KeyEvent> EventsFor(IOperation target, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken) =>
        EventsIn(target.EnclosingBody(), cancellationToken)
            .Where(found => found.Operation != target && collection.Equals(found.Collection)
                && (found.Removes || key.IsSame(found.Key, model.Bodies)))
            .ToList();

    // Everything in a body that says something about keys, read once.
    private ImmutableArray<KeyEvent> EventsIn(IOperation body, CancellationToken cancellationToken) =>
        events.TryGetValue(body.Syntax, out var found)
            ? found
            : events.GetOrAdd(body.Syntax, [.. body.Executed().Select(operation => EventOf(operation, cancellationToken)).OfType<KeyEvent>()]);

    private KeyEvent? EventOf(IOperation operation, CancellationToken cancellationToken)
    {
        if (DictionaryUse.TryGet(operation, model.Types) is { } use)
        {
            return (use.Verb is Verb.Lookup or Verb.Contains || use.Verb.Modifies()) && model.Paths.Read(use.Receiver, cancellationToken) is { } collection
                ? new KeyEvent(operation, use, collection, new KeyIdentity(model.Paths.Read(use.Key, cancellationToken), use.Key))
                : null;
        }

        // 'bool Has(int key) => _map.ContainsKey(key);'
        if (operation is IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } call && !call.TargetMethod.MayBeOverridden()
            && model.Bodies.Of(call.TargetMethod, cancellationToken)?.SoleReturnValue?.Unwrapped() is { } returned
            && DictionaryUse.TryGet(returned, model.Types) is { Verb: Verb.Contains or Verb.Lookup } inner
            && inner.Key?.Unwrapped() is IParameterReferenceOperation { Parameter: var parameter }
            && model.Paths.Read(inner.Receiver, cancellationToken)?.Translated(root =>
                root.Kind is PathRootKind.This ? model.Paths.Read(call.Instance?.ResolvedReceiver(), cancellationToken) : null) is { } owner)
        {
            var argument = call.Argument(parameter.Ordinal);
            return new KeyEvent(call, inner with { Operation = call }, owner, new KeyIdentity(model.Paths.Read(argument, cancellationToken), argument));
        }

        return null;
    }
}
