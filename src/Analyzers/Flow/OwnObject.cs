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
/// Answers who can reach an object that one body makes and names: which delegates that run beside it hold it, from where on
/// others may hold it, and where those delegates have ended.
/// </summary>
internal sealed class OwnObject
{
    private readonly IOperation owner;
    private readonly BodyGraphs graphs;
    private readonly BodyGraph? graph;
    private readonly ConcurrentDelegates delegates;
    private readonly ImmutableArray<(IOperation Place, ObjectUse Use)> uses;
    private readonly ImmutableArray<BlockPosition> births;
    private readonly ImmutableArray<Flight> flights;
    private readonly ImmutableArray<IOperation> escapes;
    private readonly ConcurrentDictionary<SyntaxNode, bool> touchedAfterAwait = new();
    private readonly ConcurrentDictionary<SyntaxNode, ImmutableArray<IOperation>> awaits = new();

    /// <summary>Reads what happens to an object.</summary>
    /// <param name="owner">The body, lambda or local function that makes it.</param>
    /// <param name="births">The operations that make it, or give its variable a new one.</param>
    /// <param name="uses">Every place that names it.</param>
    /// <param name="graphs">The control flow of bodies.</param>
    /// <param name="delegates">How lambdas run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public OwnObject(
        IOperation owner, IEnumerable<IOperation> births, ImmutableArray<(IOperation Place, ObjectUse Use)> uses,
        BodyGraphs graphs, ConcurrentDelegates delegates, CancellationToken cancellationToken)
    {
        this.owner = owner;
        this.graphs = graphs;
        graph = graphs.Of(owner, cancellationToken);
        this.delegates = delegates;
        this.uses = uses;
        this.births = [.. births.Where(IsInOwner).Select(Position).OfType<BlockPosition>()];
        flights = [.. BodiesWithUses(cancellationToken).SelectMany(body => FlightsOf(body, cancellationToken))];
        escapes =
        [
            .. uses.Where(use => use.Use is ObjectUse.HandsOn).SelectMany(use => Projected(use.Place, [], cancellationToken)),
            .. flights.Where(flight => flight.Run.Concurrency is DelegateConcurrency.Unknown).SelectMany(flight => flight.Launches),
        ];
    }

    /// <summary>Who else can reach the object where <paramref name="place"/> uses it.</summary>
    public Exposure At(IOperation place, CancellationToken cancellationToken) => At(place, [], cancellationToken);

    // Local functions call each other; a launch that was looked at adds nothing.
    private Exposure At(IOperation place, HashSet<SyntaxNode> seen, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!seen.Add(place.Syntax))
        {
            return Exposure.Confined;
        }

        if (IsInOwner(place))
        {
            return InOwner(place);
        }

        var body = place.EnclosingBody();
        var runs = delegates.Of(body, cancellationToken);
        return runs.IsEmpty ? Exposure.Unknown : Worst(runs.Select(run => InRun(place, body, run, seen, cancellationToken)));
    }

    private Exposure InRun(IOperation place, IOperation body, DelegateRun run, HashSet<SyntaxNode> seen, CancellationToken cancellationToken)
    {
        var isBeside = run.IsConcurrent && (!run.FromFirstAwait || IsAfterAwait(place, body));
        switch (run.Concurrency)
        {
            case DelegateConcurrency.Unknown:
                return Exposure.Unknown;
            case DelegateConcurrency.WithItself when isBeside || TouchesAfterAwait(body):
                return Exposure.Shared;
            case DelegateConcurrency.WithCreator when isBeside:
                var flight = flights.FirstOrDefault(candidate => candidate.Run == run);
                return flight is null ? Exposure.Unknown : flight.Repeats ? Exposure.Shared : Worst([Beside(flight), At(run.Launch, seen, cancellationToken)]);
            default:
                return At(run.Launch, seen, cancellationToken);
        }
    }

    // Whether a single run of a delegate has company: its creator, another delegate, another run of its own.
    private Exposure Beside(Flight flight)
    {
        var others = flights.Where(other => other != flight && other.Run.IsConcurrent).ToArray();
        if (others.Any(other => other.Run.Launch.Syntax == flight.Run.Launch.Syntax && other.Body.Syntax != flight.Body.Syntax))
        {
            return Exposure.Shared;
        }

        var touched = uses.Where(use => use.Use is not ObjectUse.Names && IsInOwner(use.Place)).Select(use => use.Place);
        var launched = flights.Where(other => other != flight && other.Run.Concurrency is not DelegateConcurrency.Unknown).SelectMany(other => other.Launches);
        var own = flight.HasEnded ? Exposure.Confined : Worst(touched.Concat(launched).Concat(flight.Launches).Select(place => WhileRunning(flight, place)));
        return Worst([own, .. others.SelectMany(other => flight.Launches.Select(launch => WhileRunning(other, launch)))]);
    }

    private Exposure InOwner(IOperation place)
    {
        if (Position(place) is not { } position || graph is null)
        {
            return flights.IsEmpty && escapes.IsEmpty ? Exposure.Confined : Exposure.Unknown;
        }

        var beside = Worst(flights.Where(flight => flight.Run.IsConcurrent).Select(flight => WhileRunning(flight, place)));
        return beside is not Exposure.Confined ? beside
            : escapes.Any(escape => Position(escape) is not { } start || graph.Graph.Reaches(start, position, births)) ? Exposure.Unknown
            : Exposure.Confined;
    }

    // Whether a delegate may be running where a place of the owner's own code is reached.
    private Exposure WhileRunning(Flight flight, IOperation place)
    {
        if (flight.HasEnded || (flight.Run.FromFirstAwait && !TouchesAfterAwait(flight.Body)))
        {
            return Exposure.Confined;
        }

        if (Position(place) is not { } target || graph is null || flight.Launches.IsEmpty)
        {
            return Exposure.Unknown;
        }

        var worst = Exposure.Confined;
        var ends = flight.Ends.Select(Position).OfType<BlockPosition>().Concat(births).ToArray();
        var possible = ends.Concat(flight.PossibleEnds.Select(Position).OfType<BlockPosition>()).ToArray();
        foreach (var launch in flight.Launches)
        {
            if (Position(launch) is not { } start)
            {
                worst = Worst([worst, Exposure.Unknown]);
            }
            else if (graph.Graph.Reaches(start, target, ends))
            {
                worst = Worst([worst, flight.EndIsKnown && graph.Graph.Reaches(start, target, possible) ? Exposure.Shared : Exposure.Unknown]);
            }
        }

        return worst;
    }

    // The lambdas and local functions that name the object, or call one that does.
    private IEnumerable<IOperation> BodiesWithUses(CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode>();
        var pending = new Queue<IOperation>(uses.Where(use => use.Use is not ObjectUse.Names).Select(use => use.Place));
        while (pending.Count > 0)
        {
            var place = pending.Dequeue();
            var body = place.EnclosingBody();
            if (!IsInOwner(place) && IsWithinOwner(body) && seen.Add(body.Syntax))
            {
                yield return body;
                foreach (var run in delegates.Of(body, cancellationToken))
                {
                    pending.Enqueue(run.Launch);
                }
            }
        }
    }

    private IEnumerable<Flight> FlightsOf(IOperation body, CancellationToken cancellationToken)
    {
        foreach (var run in delegates.Of(body, cancellationToken) is { IsEmpty: false } runs ? runs : [DelegateRun.Unknown(body)])
        {
            var waits = run.Result is { } result ? TaskWaits.Of(result) : new TaskWaits([], []);
            var hasEnded = run.End is DelegateEnd.Call || waits.Certain.Any(place => Contains(place, run.Launch) && (IsInOwner(place) || SameBody(place, run.Launch)));
            yield return new Flight(
                body,
                run,
                [.. Projected(run.Launch, [], cancellationToken)],
                [.. waits.Certain.Where(IsInOwner)],
                [.. waits.Possible.Where(IsInOwner), .. Synchronizations(body)],
                hasEnded)
            {
                Repeats = run.IsConcurrent && IsRepeated(run, waits, [], cancellationToken),
                EndIsKnown = run.End is not DelegateEnd.Unknown && (IsInOwner(run.Launch) || waits.Certain.Concat(waits.Possible).All(IsInOwner)),
            };
        }
    }

    // Launched in a lambda that a query runs for each element, or in a loop of a local function.
    private bool IsRepeated(DelegateRun run, TaskWaits waits, HashSet<SyntaxNode> seen, CancellationToken cancellationToken)
    {
        if (IsInOwner(run.Launch) || !seen.Add(run.Launch.Syntax) || run.End is DelegateEnd.Call
            || waits.Certain.Any(place => SameBody(place, run.Launch) && Contains(place, run.Launch)))
        {
            return false;
        }

        var around = run.Launch.EnclosingBody();
        if (graphs.Of(around, cancellationToken) is { } inner && inner.PositionOf(run.Launch) is { } launch)
        {
            var ends = waits.Certain.Concat(waits.Possible).Where(place => SameBody(place, run.Launch)).Select(inner.PositionOf).OfType<BlockPosition>().ToArray();
            if (inner.Graph.Reaches(launch, launch, ends))
            {
                return true;
            }
        }

        return delegates.Of(around, cancellationToken).Any(outer =>
            outer.Repeats || IsRepeated(run with { Launch = outer.Launch }, waits, seen, cancellationToken));
    }

    // Where the owner's code waits for something that the delegate may set: a countdown, a gate, a completion source.
    private IEnumerable<IOperation> Synchronizations(IOperation body)
    {
        var named = new HashSet<ISymbol>(body.Descendants().Select(Variable).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        foreach (var operation in owner.Executed())
        {
            var waited = operation switch
            {
                IAwaitOperation wait => wait.Operation,
                IInvocationOperation { TargetMethod.Name: "Wait" or "WaitOne" or "WaitAll" or "WaitAny" or "WaitAsync" or "SignalAndWait" or "Join" or "GetResult" } call => call,
                _ => null,
            };
            if (waited is not null && waited.DescendantsAndSelf().Any(inner => Variable(inner) is { } variable && named.Contains(variable)))
            {
                yield return operation;
            }
        }
    }

    // The places of the owner's own code at which a place inside its lambdas runs.
    private IEnumerable<IOperation> Projected(IOperation place, HashSet<SyntaxNode> seen, CancellationToken cancellationToken)
    {
        if (IsInOwner(place))
        {
            return [place];
        }

        var body = place.EnclosingBody();
        return body.Parent is null || !IsWithinOwner(body) || !seen.Add(place.Syntax)
            ? []
            : delegates.Of(body, cancellationToken).SelectMany(run => Projected(run.Launch, seen, cancellationToken));
    }

    private bool TouchesAfterAwait(IOperation body) => touchedAfterAwait.GetOrAdd(body.Syntax, _ =>
        uses.Any(use => use.Use is not ObjectUse.Names && use.Place.EnclosingBody().Syntax == body.Syntax && IsAfterAwait(use.Place, body))
        || flights.Any(flight => flight.Run.Launch.EnclosingBody().Syntax == body.Syntax && IsAfterAwait(flight.Run.Launch, body)));

    // An await before it, or around a loop.
    private bool IsAfterAwait(IOperation place, IOperation body)
    {
        var waits = awaits.GetOrAdd(body.Syntax, _ =>
            [.. body.Descendants().Where(operation => operation is IAwaitOperation or IForEachLoopOperation { IsAsynchronous: true } && operation.EnclosingBody().Syntax == body.Syntax)]);
        if (waits.Any(wait => wait.Syntax.SpanStart < place.Syntax.SpanStart && !Contains(wait, place)))
        {
            return true;
        }

        for (var outer = place.Parent; outer is not null && outer.Syntax != body.Syntax; outer = outer.Parent)
        {
            if (outer is ILoopOperation && waits.Any(wait => Contains(outer, wait)))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    private static bool Contains(IOperation outer, IOperation inner) =>
        outer.Syntax.SyntaxTree == inner.Syntax.SyntaxTree && outer.Syntax.Span.Contains(inner.Syntax.Span);

    private static bool SameBody(IOperation place, IOperation other) => place.EnclosingBody().Syntax == other.EnclosingBody().Syntax;

    private bool IsInOwner(IOperation place) => place.EnclosingBody().Syntax == owner.Syntax;

    private bool IsWithinOwner(IOperation place) => Contains(owner, place);

    private BlockPosition? Position(IOperation place) => graph?.PositionOf(place);

    private static Exposure Worst(IEnumerable<Exposure> all) => all.DefaultIfEmpty(Exposure.Confined).Max();

    // One run of a lambda that holds the object, and the places of the owner's own code from which it starts.
    private sealed record Flight(
        IOperation Body, DelegateRun Run, ImmutableArray<IOperation> Launches, ImmutableArray<IOperation> Ends, ImmutableArray<IOperation> PossibleEnds, bool HasEnded)
    {
        /// <summary>Whether what launches it runs often, and does not wait for one before it launches the next.</summary>
        public bool Repeats { get; init; }

        /// <summary>Whether every place that may wait for its end stands in the owner's own code.</summary>
        public bool EndIsKnown { get; init; }
    }
}
