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
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<DictionaryUse>> uses = new();

    /// <summary>
    /// Whether <paramref name="key"/> is in <paramref name="collection"/> just before <paramref name="operation"/>;
    /// <paramref name="atStart"/> tells whether it was when the body began, or the loop around it took its step.
    /// </summary>
    public bool IsPresentAt(
        IOperation operation, InstancePath collection, InstancePath key, bool atStart, CancellationToken cancellationToken)
    {
        var events = EventsIn(operation, collection, key, cancellationToken);
        if (atStart ? !events.Any(found => found.Removes) : !events.Any(found => found.Establishes))
        {
            return atStart;
        }

        return Holds(operation, events, atStart, absent: false, cancellationToken);
    }

    /// <summary>Whether a test has shown that <paramref name="key"/> is not in <paramref name="collection"/> just before <paramref name="operation"/>.</summary>
    public bool IsAbsentAt(IOperation operation, InstancePath collection, InstancePath key, CancellationToken cancellationToken)
    {
        var events = EventsIn(operation, collection, key, cancellationToken);
        return events.Any(found => found.IsTest) && Holds(operation, events, atStart: false, absent: true, cancellationToken);
    }

    private bool Holds(IOperation operation, IReadOnlyCollection<Event> events, bool atStart, bool absent, CancellationToken cancellationToken)
    {
        if (model.Graphs.Around(operation, cancellationToken) is not { } graph || graph.PositionOf(operation) is not { } position)
        {
            return atStart;
        }

        // The step of the innermost loop around the operation is where a loop's own key is known to be present.
        var steps = atStart && InnermostLoop(operation) is { } loop
            ? LoopPositions.Of(loop, graph).Steps.Select(step => step.Block).ToArray()
            : [];
        var located = events
            .Select(found => (Event: found, Position: graph.PositionOf(found.Use.Operation)))
            .Where(found => found.Position is not null)
            .ToLookup(found => found.Position!.Value.Block, found => (found.Event, found.Position!.Value.Index));
        var onEntry = graph.Graph.SolveMust(
            (block, holds) => After(located[block], int.MaxValue, holds || steps.Contains(block) || (atStart && block == 0)),
            (block, edge) => edge.Condition == !absent && Tests(graph.ConditionOf(block), operation, events));

        // A read in the same statement comes before its write.
        return After(located[position.Block], position.Index + 1, onEntry[position.Block]);

        bool After(IEnumerable<(Event Event, int Index)> passed, int before, bool holds)
        {
            foreach (var (found, _) in passed.Where(candidate => candidate.Index < before).OrderBy(candidate => candidate.Index))
            {
                holds = absent ? holds && !found.EstablishesAlways : !found.Removes && (holds || found.EstablishesAlways);
            }

            return holds;
        }
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

    // The block's condition is one of the tests, or a local that holds the result of one.
    private bool Tests(IOperation? condition, IOperation body, IEnumerable<Event> events)
    {
        var tested = condition?.Unwrapped();
        if (tested is ILocalReferenceOperation local)
        {
            tested = model.Bodies.Around(body).Locals.SoleValue(local.Local)?.Unwrapped();
        }

        return tested is not null && events.Any(found => found.IsTest && found.Use.Operation.Syntax == tested.Syntax);
    }

    private List<Event> EventsIn(IOperation target, InstancePath collection, InstancePath key, CancellationToken cancellationToken)
    {
        var events = new List<Event>();
        foreach (var use in UsesIn(target.EnclosingBody()))
        {
            if (use.Operation != target
                && collection.Equals(model.Paths.Read(use.Receiver, cancellationToken))
                && (use.Verb is Verb.Remove or Verb.Clear || key.Equals(model.Paths.Read(use.Key, cancellationToken))))
            {
                events.Add(new Event(use));
            }
        }

        return events;
    }

    // Everything in a body that says something about keys, found once.
    private ImmutableArray<DictionaryUse> UsesIn(IOperation body) => uses.GetOrAdd(
        body.Syntax,
        _ =>
        [
            .. from operation in body.Executed()
               let use = DictionaryUse.TryGet(operation, model.Types)
               where use is { Verb: Verb.Lookup or Verb.Contains } || use?.Verb.Modifies() == true
               select use.Value,
        ]);

    private readonly record struct Event(DictionaryUse Use)
    {
        public bool Removes => Use.Verb is Verb.Remove or Verb.Clear;

        // An indexer's read throws where the key is absent, so that after it the key is there.
        public bool EstablishesAlways =>
            Use.Verb.LeavesKeyPresent() || Use is { Verb: Verb.Lookup, Operation: IPropertyReferenceOperation, Kind: not CollectionKind.Hashtable };

        public bool IsTest => Use.Verb is Verb.Lookup or Verb.Contains && Use.Operation is IInvocationOperation;

        public bool Establishes => EstablishesAlways || IsTest;
    }
}
