using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers who can reach an object that one body makes and names: which delegates that run beside it hold it, from where on
/// others may hold it, and where those delegates have ended.
/// </summary>
internal sealed class OwnObject(ObjectFlights flights, ConcurrentDelegates delegates)
{
    /// <summary>Who else can reach the object where <paramref name="place"/> uses it.</summary>
    public Exposure At(IOperation place, CancellationToken cancellationToken) => At(place, [], isLater: false, cancellationToken);

    // Local functions call each other; a launch that was looked at adds nothing.
    private Exposure At(IOperation place, HashSet<SyntaxNode> seen, bool isLater, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!seen.Add(place.Syntax))
        {
            return Exposure.Confined;
        }

        if (flights.IsInOwner(place))
        {
            return InOwner(place);
        }

        isLater = isLater || flights.IsAfterAwait(place);
        var body = place.EnclosingBody();
        var runs = delegates.Of(body, cancellationToken);
        return runs.IsEmpty ? Exposure.Unknown : Worst(runs.Select(run => InRun(body, run, seen, isLater, cancellationToken)));
    }

    private Exposure InRun(IOperation body, DelegateRun run, HashSet<SyntaxNode> seen, bool isLater, CancellationToken cancellationToken)
    {
        var isBeside = run.IsConcurrent && (!run.FromFirstAwait || isLater);
        switch (run.Concurrency)
        {
            case DelegateConcurrency.Unknown:
                return Exposure.Unknown;
            case DelegateConcurrency.WithItself when isBeside || flights.TouchesAfterAwait(body):
                return Exposure.Shared;
            case DelegateConcurrency.WithCreator when isBeside:
                var flight = flights.All.FirstOrDefault(candidate => candidate.Run == run);
                return flight is null ? Exposure.Unknown : flight.Repeats ? Exposure.Shared : Worst([Beside(flight), At(run.Launch, seen, isLater: false, cancellationToken)]);
            default:
                return At(run.Launch, seen, isLater && !run.IsConcurrent && TaskWaits.IsPartOfCaller(run.Launch), cancellationToken);
        }
    }

    // Whether a single run of a delegate has company: its creator, another delegate, another run of its own.
    private Exposure Beside(Flight flight)
    {
        var others = flights.All.Where(other => other != flight && other.Run.IsConcurrent).ToArray();
        if (others.Any(other => AreLaunchedTogether(flight, other)))
        {
            return Exposure.Shared;
        }

        var launched = flights.All.Where(other => other != flight && other.Run.Concurrency is not DelegateConcurrency.Unknown).SelectMany(other => other.Launches);
        var own = flight.HasEnded ? Exposure.Confined
            : Worst(flights.OwnersUses.Concat(launched).Concat(flight.Launches).Select(place => flights.WhileRunning(flight, place)));
        return Worst([own, .. others.SelectMany(other => flight.Launches.Select(launch => flights.WhileRunning(other, launch)))]);
    }

    /// <summary>Whether one call, or one wait for several, launches both: <c>Parallel.Invoke(a, b)</c>, <c>await Task.WhenAll(A(), B())</c>.</summary>
    public static bool AreLaunchedTogether(Flight flight, Flight other) => flight.Run.Launch.Syntax == other.Run.Launch.Syntax
        ? other.Body.Syntax != flight.Body.Syntax
        : flight.Group is { } group && group.Syntax == other.Group?.Syntax;

    private Exposure InOwner(IOperation place)
    {
        if (flights.Position(place) is not { } position)
        {
            return flights.All.IsEmpty && flights.Escapes.IsEmpty ? Exposure.Confined : Exposure.Unknown;
        }

        var beside = Worst(flights.All.Where(flight => flight.Run.IsConcurrent).Select(flight => flights.WhileRunning(flight, place)));
        return beside is not Exposure.Confined ? beside
            : flights.Escapes.Any(escape => flights.Position(escape) is not { } start || flights.Reaches(start, position)) ? Exposure.Unknown
            : Exposure.Confined;
    }

    private static Exposure Worst(IEnumerable<Exposure> all) => all.DefaultIfEmpty(Exposure.Confined).Max();
}
