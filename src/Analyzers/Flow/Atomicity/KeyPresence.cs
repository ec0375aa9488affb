using System.Collections.Generic;
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
        // Each event says yes, says no, or says nothing; the last that says something decides.
        var said = passed
            .Select(found => (Position: graph.PositionOf(found.Operation), Says: Says(found)))
            .Concat(ChangesOf(key, operation).Select(write => (Position: graph.PositionOf(write), Says: (bool?)false)))
            .Where(found => found is { Position: not null, Says: not null })
            .OrderBy(found => found.Position!.Value.Index)
            .ToLookup(found => found.Position!.Value.Block, found => (found.Position!.Value.Index, Says: found.Says!.Value));
        var saidLast = said.ToDictionary(block => block.Key, block => block.Last().Says);
        var tests = new HashSet<SyntaxNode>(passed.Where(found => found.IsTest).Select(found => found.Operation.Syntax));
        var onEntry = graph.Toward(position.Block).SolveMust(
            (block, holds) => saidLast.TryGetValue(block, out var last) ? last : holds || steps.Contains(block) || (atStart && block == 0),
            (block, edge) => edge.Condition is { } taken && Asks(graph.ConditionOf(block), operation, tests) is { } positive && taken == (positive != absent));

        // A read in the same statement comes before its write.
        return said[position.Block].Where(found => found.Index <= position.Index).Select(found => (bool?)found.Says).LastOrDefault() ?? onEntry[position.Block];

        bool? Says(KeyEvent found) =>
            absent ? found.EstablishesAlways ? false : null
            : found.Removes ? false
            : found.EstablishesAlways ? true
            : null;
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
    private bool? Asks(IOperation? condition, IOperation body, HashSet<SyntaxNode> tests)
    {
        if (condition is null || tests.Count == 0)
        {
            return null;
        }

        var (tested, positive) = BooleanTest.Of(condition);
        if (tested is ILocalReferenceOperation local && model.Bodies.Around(body).Locals.SoleValue(local.Local) is { } value)
        {
            var (inner, isPositive) = BooleanTest.Of(value);
            (tested, positive) = (inner, positive == isPositive);
        }

        return tests.Contains(tested.Syntax) ? positive : null;
    }

    private List<KeyEvent> EventsFor(IOperation target, InstancePath collection, KeyIdentity key, CancellationToken cancellationToken) =>
        model.KeyEvents.In(target.EnclosingBody(), cancellationToken)
            .Where(found => found.Operation != target && collection.Equals(found.Collection)
                && (found.Removes || key.IsSame(found.Key, model.Bodies)))
            .ToList();
}
