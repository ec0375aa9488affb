using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether what one launch runs, told of a type's code, may go on while other code of the type runs.</summary>
internal sealed class RunOverlaps(CompilationModel model)
{
    // What a method is called that ends what was launched, and often waits for it.
    private static readonly ImmutableArray<string> LastCalls =
        ["Dispose", "Stop", "Close", "Shutdown", "ShutDown", "Terminate", "Cancel", "Unload", "TearDown", "Cleanup"];

    /// <summary>Whether what launches it runs often, and does not wait for one before it launches the next.</summary>
    public bool Repeats(DelegateRun run, CancellationToken cancellationToken)
    {
        if (run.End is not (DelegateEnd.Result or DelegateEnd.Never) || run.Launch.Parent is null || HasEnded(run))
        {
            return false;
        }

        // A timer or handler that is made again stands for the one before it.
        var made = run.Made ?? run.Launch;
        return (!run.OverlapsWhenSlow && Reaches(run with { Launch = made }, made, cancellationToken))
            || (!run.OverlapsWhenSlow && made.EnclosingBody() is IAnonymousFunctionOperation around
                && model.Concurrency.Of(around, cancellationToken).Any(outer => outer.Repeats && !run.FromFirstAwait));
    }

    /// <summary>Whether what <paramref name="run"/> launches on the way <paramref name="arrival"/> may go on where <paramref name="other"/> comes to its place.</summary>
    public bool Meet(DelegateRun run, Arrival arrival, Arrival other, CancellationToken cancellationToken)
    {
        if (run.Launch.Parent is not null)
        {
            var body = run.Launch.EnclosingBody().Syntax;
            foreach (var place in other.Places.Where(place => place.Parent is not null && place.EnclosingBody().Syntax == body))
            {
                var isItself = place.Syntax == run.Launch.Syntax;
                var launched = other.Runs.FirstOrDefault(candidate => candidate.Launch.Syntax == place.Syntax);

                // One source tells its handlers one after the other.
                if (run.OverlapsWhenSlow && launched is { OverlapsWhenSlow: true })
                {
                    continue;
                }

                if (isItself ? IsOtherDelegate(arrival, other, run) : (launched is not null && AreTogether(run, launched)) || (!HasEnded(run) && Reaches(run, place, cancellationToken)))
                {
                    return true;
                }
            }
        }

        return other.Kind is ArrivalKind.Outside && other.Entry is { } entry && other.Runs.IsEmpty
            && !IsEntryOf(entry, arrival) && !EndsRuns(entry)
            && GoesOn(run, cancellationToken) && !IsOrdered(run, arrival, other);
    }

    // 'Parallel.Invoke(() => a.Add(..), () => a.Add(..))': one launch, two lambdas.
    private static bool IsOtherDelegate(Arrival arrival, Arrival other, DelegateRun run)
    {
        var own = Before(arrival, run);
        var others = Before(other, run);
        return own is not null && others is not null && own.Syntax != others.Syntax && !run.OverlapsWhenSlow
            && run.Concurrency is DelegateConcurrency.WithCreator && (run.End is DelegateEnd.Call || run.Made is not null);
    }

    // The body that the launch runs, on the way.
    private static IOperation? Before(Arrival arrival, DelegateRun run)
    {
        IOperation? before = null;
        foreach (var place in arrival.Places)
        {
            if (place.Syntax == run.Launch.Syntax)
            {
                return before?.EnclosingBody();
            }

            before = place;
        }

        return null;
    }

    private static bool AreTogether(DelegateRun run, DelegateRun other) => GroupOf(run) is { } group && group.Syntax == GroupOf(other)?.Syntax;

    private static IOperation? GroupOf(DelegateRun run) => run.Result is { } result ? TaskWaits.GroupAround(result) : null;

    private static bool HasEnded(DelegateRun run) => run.End is DelegateEnd.Call || (run.Result is { } result
        && TaskWaits.Of(result).Certain.Any(place => place.Syntax.SyntaxTree == run.Launch.Syntax.SyntaxTree && place.Syntax.Span.Contains(run.Launch.Syntax.Span)
            && place.EnclosingBody().Syntax == run.Launch.EnclosingBody().Syntax));

    private bool Reaches(DelegateRun run, IOperation place, CancellationToken cancellationToken)
    {
        if (run.End is DelegateEnd.Unknown || model.Graphs.Around(run.Launch, cancellationToken) is not { } graph
            || graph.PositionOf(run.Launch) is not { } start || graph.PositionOf(place) is not { } target)
        {
            return false;
        }

        var waits = run.Result is { } result ? TaskWaits.Of(result) : new TaskWaits([], []);
        var body = run.Launch.EnclosingBody().Syntax;
        var ends = waits.Certain.Concat(waits.Possible).Where(wait => wait.EnclosingBody().Syntax == body).Select(graph.PositionOf).OfType<BlockPosition>().ToArray();
        return graph.Graph.Reaches(start, target, ends);
    }

    // Nobody waits for it: a timer, an event, a thread or task that is dropped, or kept only to be ended at last.
    private bool GoesOn(DelegateRun run, CancellationToken cancellationToken)
    {
        if (run.End is DelegateEnd.Never)
        {
            return true;
        }

        if (run.End is not DelegateEnd.Result || run.Result is not { } result || TaskWaits.IsReturned(result))
        {
            return false;
        }

        var waits = TaskWaits.Of(result);
        return waits.Certain.IsEmpty && waits.Possible.IsEmpty
            && (KeptIn(result) is not { } member || model.Members.Of(member, cancellationToken).All(reference =>
                reference.Root().Syntax == result.Root().Syntax || reference.Access() is AccessKind.Write || IsEndOfLife(reference)));
    }

    private static ISymbol? KeptIn(IOperation result)
    {
        while (result.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ContinueWith" or "Unwrap" })
        {
            result = result.Parent;
        }

        return result.Parent is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } ? member : null;
    }

    private static bool IsEndOfLife(IOperation operation) =>
        operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart) is IMethodSymbol method && EndsRuns(method);

    private static bool EndsRuns(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Destructor
        || LastCalls.Any(name => method.Name.StartsWith(name, System.StringComparison.Ordinal));

    private static bool IsEntryOf(IMethodSymbol entry, Arrival arrival) => SymbolEqualityComparer.Default.Equals(entry, arrival.Entry);

    // What a constructor sets before it launches anything tells nothing of the launched code; elsewhere it may be 'started = true'.
    private static bool IsBefore(IOperation reference, IOperation launch) =>
        launch.EnclosingBody().Syntax is ConstructorDeclarationSyntax && reference.Syntax.SyntaxTree == launch.Syntax.SyntaxTree && reference.EnclosingBody().Syntax == launch.EnclosingBody().Syntax
        && reference.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } statement && statement.Span.End <= launch.Syntax.SpanStart;

    // The other one waits for a signal, or looks at something that the run says when it is done.
    private static bool IsOrdered(DelegateRun run, Arrival arrival, Arrival other)
    {
        var told = new HashSet<ISymbol>(
            arrival.Places.Select(place => place.EnclosingBody()).SelectMany(body => body.Executed())
                .OfType<IMemberReferenceOperation>()
                .Where(reference => reference.Member is IFieldSymbol or IPropertySymbol { IsIndexer: false } && reference.Access() is not AccessKind.Read && !IsBefore(reference, run.Launch))
                .Select(reference => reference.Member),
            SymbolEqualityComparer.Default);
        return other.Places.Select(place => place.EnclosingBody()).SelectMany(body => body.Executed()).Any(operation => operation switch
        {
            IInvocationOperation { TargetMethod.Name: "Wait" or "WaitOne" or "WaitAsync" or "WaitAny" or "WaitAll" or "Join" or "GetResult" or "Read" or "CompareExchange" or "Exchange" } => true,
            IAwaitOperation { Operation: var awaited } => awaited.DescendantsAndSelf().Any(inner => inner is IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member && member.Type?.Name is "Task" or "ValueTask" or "TaskCompletionSource"),
            IMemberReferenceOperation { Member: var read } => told.Contains(read),
            _ => false,
        });
    }
}
