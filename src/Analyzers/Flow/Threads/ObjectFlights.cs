using System;
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
/// Answers which delegates hold an object that one body names, how they run, and whether one of them may be running where a place of
/// that body is reached.
/// </summary>
internal sealed class ObjectFlights
{
    private readonly IOperation owner;
    private readonly BodyGraphs graphs;
    private readonly ConcurrentDelegates delegates;
    private readonly Awaits awaits;
    private readonly ImmutableArray<(IOperation Place, ObjectUse Use)> uses;
    private readonly Lazy<ImmutableArray<BlockPosition>> births;
    private readonly ConcurrentDictionary<SyntaxNode, bool> touchedAfterAwait = new();

    /// <summary>Reads who holds an object.</summary>
    /// <param name="owner">The body, lambda or local function that makes it.</param>
    /// <param name="births">The operations that make it, or give its variable a new one.</param>
    /// <param name="uses">Every place that names it.</param>
    /// <param name="graphs">The control flow of bodies.</param>
    /// <param name="delegates">How lambdas run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public ObjectFlights(
        IOperation owner, IEnumerable<IOperation> births, ImmutableArray<(IOperation Place, ObjectUse Use)> uses,
        BodyGraphs graphs, ConcurrentDelegates delegates, CancellationToken cancellationToken)
    {
        this.owner = owner;
        this.graphs = graphs;
        this.delegates = delegates;
        awaits = new Awaits();
        this.uses = uses;
        this.births = new(() => [.. births.Where(IsInOwner).Select(Position).OfType<BlockPosition>()]);
        All =
        [
            .. BodiesWithUses(cancellationToken).SelectMany(body => FlightsOf(body, cancellationToken)),
            .. uses.Where(use => use.Use is ObjectUse.LendsToTask).SelectMany(use => LentAt(use.Place, cancellationToken)),
        ];
        Escapes =
        [
            .. uses.Where(use => use.Use is ObjectUse.HandsOn).SelectMany(use => Projected(use.Place, [], cancellationToken)),
            .. All.Where(flight => flight.Run.Concurrency is DelegateConcurrency.Unknown).SelectMany(flight => flight.Launches),
        ];
    }

    /// <summary>Every run of a lambda or local function that names the object, or calls one that does.</summary>
    public ImmutableArray<Flight> All { get; } = [];

    /// <summary>The places of the owner's own code from which on others may hold the object.</summary>
    public ImmutableArray<IOperation> Escapes { get; }

    /// <summary>The places of the owner's own code that read or change the object, or hand it on.</summary>
    public IEnumerable<IOperation> OwnersUses => uses.Where(use => use.Use is not ObjectUse.Names && IsInOwner(use.Place)).Select(use => use.Place);

    /// <summary>The places of the owner's own code that read or change the object.</summary>
    public IEnumerable<IOperation> OwnersTouches => uses.Where(use => use.Use is ObjectUse.Touches && IsInOwner(use.Place)).Select(use => use.Place);

    /// <summary>Whether a place runs after the first <c>await</c> of its body.</summary>
    public bool IsAfterAwait(IOperation place) => awaits.IsBefore(place);

    /// <summary>Whether <paramref name="target"/> is reached from <paramref name="start"/> before the object's variable has another one.</summary>
    public bool Reaches(BlockPosition start, BlockPosition target) => Graph?.Graph.Reaches(start, target, births.Value) != false;

    /// <summary>Whether a delegate may be running where a place of the owner's own code is reached.</summary>
    public Exposure WhileRunning(Flight flight, IOperation place)
    {
        if (flight.HasEnded || (flight.Run.FromFirstAwait && !flight.IsLent && !TouchesAfterAwait(flight.Body)))
        {
            return Exposure.Confined;
        }

        if (flight.Launches.IsEmpty || flight.Scope is { } scope && !Contains(scope, place) || Graph is not { } graph || graph.PositionOf(place) is not { } target)
        {
            return Exposure.Unknown;
        }

        // What one loop starts, another has made: one of them for each object, or several with the same.
        if (flight.Run.Made is { } made && place.Syntax == flight.Run.Launch.Syntax && !IsMadeAgain(made))
        {
            return Exposure.Confined;
        }

        var worst = Exposure.Confined;
        var ends = flight.Ends.Select(Position).OfType<BlockPosition>().Concat(births.Value).ToArray();
        var possible = ends.Concat(flight.PossibleEnds.Select(Position).OfType<BlockPosition>()).ToArray();
        foreach (var launch in flight.Launches)
        {
            if (Position(launch) is not { } start)
            {
                worst = Worse(worst, Exposure.Unknown);
            }
            else if (graph.Graph.Reaches(start, target, ends))
            {
                worst = Worse(worst, flight.EndIsKnown && graph.Graph.Reaches(start, target, possible) ? Exposure.Shared : Exposure.Unknown);
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
            yield return FlightOf(body, run, cancellationToken);
        }
    }

    private IEnumerable<Flight> LentAt(IOperation place, CancellationToken cancellationToken)
    {
        var value = place;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        if (value.Parent is IArgumentOperation { Parent: IInvocationOperation call } && delegates.OfAsyncCall(call) is { Concurrency: not DelegateConcurrency.OnTheSpot } run)
        {
            yield return FlightOf(place, run, cancellationToken) with { IsLent = true };
        }
    }

    private Flight FlightOf(IOperation body, DelegateRun run, CancellationToken cancellationToken)
    {
        var waits = run.Result is { } result ? TaskWaits.Of(result) : new TaskWaits([], []);
        ImmutableArray<IOperation> launches = [.. Projected(run.Launch, [], cancellationToken)];
        var hasEnded = run.End is DelegateEnd.Call
            || (!launches.IsEmpty && launches.All(launch => waits.Certain.Any(place => IsInOwner(place) && Contains(place, launch))))
            || waits.Certain.Any(place => Contains(place, run.Launch) && (IsInOwner(place) || SameBody(place, run.Launch)));
        return new Flight(
            body,
            run,
            launches,
            [.. waits.Certain.Where(IsInOwner)],
            [.. waits.Possible.Where(IsInOwner), .. Synchronizations(body)],
            hasEnded)
        {
            Scope = ScopeOf(run.Launch),
            Group = run.Result is { } task ? TaskWaits.GroupAround(task) : null,
            Repeats = run.IsConcurrent && (run.Made is { } made ? IsMadeAgain(made) : IsRepeated(run, waits, [], cancellationToken)),
            EndIsKnown = run.End is not DelegateEnd.Unknown && (IsInOwner(run.Launch) || waits.Certain.Concat(waits.Possible).All(IsInOwner)),
        };
    }

    // 'using var timer = new Timer(..);', 'using (token.Register(..)) { .. }'
    private static IOperation? ScopeOf(IOperation launch)
    {
        var value = launch;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IUsingOperation statement when statement.Resources == value => statement.Body,
            IUsingDeclarationOperation declaration => declaration.Parent,
            _ => null,
        };
    }

    // In a loop, before the object's variable has another one, or in the lambda of a query.
    private bool IsMadeAgain(IOperation made) => IsInOwner(made) ? Position(made) is { } position && Reaches(position, position) : IsWithinOwner(made);

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

    /// <summary>The places of the owner's own code at which a place inside its lambdas runs.</summary>
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

    /// <summary>Whether a body that runs on the launching thread until its first <c>await</c> uses the object, or launches what does, after it.</summary>
    public bool TouchesAfterAwait(IOperation body) => touchedAfterAwait.GetOrAdd(body.Syntax, _ => TouchesAfterAwait(body, []));

    private bool TouchesAfterAwait(IOperation body, HashSet<SyntaxNode> seen) => seen.Add(body.Syntax)
        && (uses.Any(use => use.Use is not ObjectUse.Names && use.Place.EnclosingBody().Syntax == body.Syntax && awaits.IsBefore(use.Place))
            || All.Any(flight => flight.Run.Launch.EnclosingBody().Syntax == body.Syntax
                && (awaits.IsBefore(flight.Run.Launch) || (!flight.Run.IsConcurrent && TaskWaits.IsPartOfCaller(flight.Run.Launch) && TouchesAfterAwait(flight.Body, seen)))));

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

    /// <summary>Whether a place stands in the owner's own code, and not in a lambda.</summary>
    public bool IsInOwner(IOperation place) => place.EnclosingBody().Syntax == owner.Syntax;

    private bool IsWithinOwner(IOperation place) => Contains(owner, place);

    /// <summary>Where a place of the owner's own code is in its control flow.</summary>
    public BlockPosition? Position(IOperation place) => Graph?.PositionOf(place);

    // Most objects are in no delegate, and nobody asks for the ways between their uses.
    private BodyGraph? Graph => graphs.Of(owner, CancellationToken.None);

    private static Exposure Worse(Exposure one, Exposure other) => one > other ? one : other;
}
