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
/// Answers which changes of a collection that one body has in a variable can meet another use of it: in a delegate that runs beside
/// itself, beside another, or beside the body.
/// </summary>
internal sealed class ObjectRaces(CompilationModel model, CalleeWrites callees)
{
    private readonly ConcurrentDictionary<(SyntaxNode Owner, InstancePath Path), ImmutableArray<RacyWrite>> known = new();

    /// <summary>The first change in each concurrent region of what <paramref name="dictionary"/>, whose path is <paramref name="path"/>, denotes.</summary>
    public ImmutableArray<RacyWrite> Of(IOperation dictionary, InstancePath path, CancellationToken cancellationToken)
    {
        if (model.Exposures.FlightsOf(dictionary, path, cancellationToken) is not var (owner, flights))
        {
            return [];
        }

        var key = (owner.Syntax, path);
        return known.TryGetValue(key, out var found) ? found : known.GetOrAdd(key, [.. Find(owner, flights, path, cancellationToken)]);
    }

    private IEnumerable<RacyWrite> Find(IOperation owner, ObjectFlights flights, InstancePath path, CancellationToken cancellationToken)
    {
        if (!flights.All.Any(flight => flight.Run.IsConcurrent))
        {
            yield break;
        }

        var uses = UsesIn(owner, path, cancellationToken).ToArray();
        var races = uses
            .Where(use => use.Changes is not CalleeWrites.Written.No && model.Locks.At(use.Place, cancellationToken).IsEmpty)
            .SelectMany(use => RunsAt(use, flights, cancellationToken).Select(run => (use, run)))
            .ToArray();
        bool MayMeet(IOperation place) => !flights.IsInOwner(place) || flights.All.Any(flight => flight.Run.IsConcurrent && flights.WhileRunning(flight, place) is not Exposure.Confined);
        foreach (var region in races.GroupBy(race => race.run.Launch.Syntax))
        {
            // What the region itself does comes first; else what its creator does meanwhile.
            var first = region.OrderBy(race => flights.IsInOwner(race.use.Dictionary) && race.use.Changes is not CalleeWrites.Written.AfterAwait)
                .ThenBy(race => race.use.Place.Syntax.SpanStart).First();
            yield return new RacyWrite(
                first.use.Place, first.use.Dictionary, first.run,
                [.. uses.Where(use => use.Place != first.use.Place && MayMeet(use.Dictionary)).Select(use => use.Place)]);
        }
    }

    private IEnumerable<(IOperation Place, IOperation Dictionary, CalleeWrites.Written Changes)> UsesIn(IOperation owner, InstancePath path, CancellationToken cancellationToken)
    {
        foreach (var operation in owner.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DictionaryUse.TryGet(operation, model.Types) is { } use)
            {
                if (path.Equals(model.Paths.Read(use.Receiver, cancellationToken)))
                {
                    yield return (operation, use.Receiver, use.Verb.Modifies() ? CalleeWrites.Written.AtOnce : CalleeWrites.Written.No);
                }
            }
            else if (operation is IInvocationOperation call)
            {
                foreach (var argument in call.Arguments)
                {
                    var value = argument.Value.Unwrapped();
                    if (model.Types.KindOf(value.Type) is not CollectionKind.None && path.Equals(model.Paths.Read(value, cancellationToken)))
                    {
                        yield return (call, value, callees.Of(call, argument, cancellationToken));
                    }
                }
            }
        }
    }

    private IEnumerable<DelegateRun> RunsAt(
        (IOperation Place, IOperation Dictionary, CalleeWrites.Written Changes) use, ObjectFlights flights, CancellationToken cancellationToken)
    {
        // 'await Task.WhenAll(items.Select(item => FillAsync(item, map)))': the call returns before it has written.
        var lent = use.Changes is CalleeWrites.Written.AfterAwait && use.Place is IInvocationOperation call && !TaskWaits.IsAwaitedAtOnce(call) && !TaskWaits.IsReturnedOutsideSelect(call);
        return lent && ResumesInContext(use.Place, cancellationToken) ? []
            : lent ? flights.All.Where(flight => flight.IsLent && flight.Body == use.Dictionary && HasCompany(flight, flights)).Select(flight => flight.Run)
            : RunsAt(use.Dictionary, flights, [], isLater: false, cancellationToken);
    }

    // The runs that make a place race; none where it does not, or that is not known.
    private IEnumerable<DelegateRun> RunsAt(IOperation place, ObjectFlights flights, HashSet<SyntaxNode> seen, bool isLater, CancellationToken cancellationToken)
    {
        if (!seen.Add(place.Syntax) || model.Gates.Contain(place))
        {
            yield break;
        }

        if (flights.IsInOwner(place))
        {
            foreach (var flight in flights.All.Where(flight => flight.Run.IsConcurrent && flights.WhileRunning(flight, place) is Exposure.Shared
                && !(flight.Run.FromFirstAwait && ResumesInContext(place, cancellationToken))))
            {
                yield return flight.Run;
            }

            yield break;
        }

        isLater = isLater || flights.IsAfterAwait(place);
        foreach (var run in model.Concurrency.Of(place.EnclosingBody(), cancellationToken))
        {
            if (run.IsConcurrent && (!run.FromFirstAwait || (isLater && !ResumesInContext(place, cancellationToken))))
            {
                var flight = flights.All.FirstOrDefault(candidate => candidate.Run == run);
                if (OverlapsItself(run, isLater) || (flight is not null && HasCompany(flight, flights)))
                {
                    yield return run;
                    continue;
                }
            }

            if (run.Concurrency is not DelegateConcurrency.Unknown)
            {
                foreach (var outer in RunsAt(run.Launch, flights, seen, isLater && !run.IsConcurrent && TaskWaits.IsPartOfCaller(run.Launch), cancellationToken))
                {
                    yield return outer;
                }
            }
        }
    }

    private bool ResumesInContext(IOperation place, CancellationToken cancellationToken) =>
        model.Types.ResumesInContext(place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken)?.ContainingType);

    // Ticks of a timer overlap where one waits; one that does not wait would have to take longer than the period.
    private static bool OverlapsItself(DelegateRun run, bool isLater) =>
        run.Concurrency is DelegateConcurrency.WithItself && (!run.OverlapsWhenSlow || isLater);

    private static bool HasCompany(Flight flight, ObjectFlights flights)
    {
        if (flight.Repeats || (flight.Run.Concurrency is DelegateConcurrency.WithItself && !flight.Run.OverlapsWhenSlow))
        {
            return true;
        }

        var others = flights.All.Where(other => other != flight && other.Run.IsConcurrent).ToArray();
        return others.Any(other => OwnObject.AreLaunchedTogether(flight, other))
            || flights.OwnersTouches.Concat(flights.All.SelectMany(other => other.Launches)).Any(place => flights.WhileRunning(flight, place) is Exposure.Shared)
            || others.Any(other => flight.Launches.Any(launch => flights.WhileRunning(other, launch) is Exposure.Shared));
    }
}
