using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// The locks of one body: what its callers hold, its <c>lock</c> statements, and, where it takes locks in other ways, a
/// <see cref="LockFlow"/> over its graph.
/// </summary>
/// <param name="AtStart">What is held when the body begins.</param>
/// <param name="Statements">The bodies of its <c>lock</c> statements, and what they hold; outer ones first.</param>
/// <param name="Flow">The locks along the body's graph; null where <paramref name="Statements"/> say all.</param>
internal sealed record BodyLocks(ImmutableArray<LockStay> AtStart, ImmutableArray<(TextSpan Span, LockStay Stay)> Statements, BodyLocks.Solved? Flow)
{
    /// <summary>Nothing is ever held.</summary>
    public static BodyLocks None { get; } = new([], [], null);

    /// <summary>What is certainly held where <paramref name="operation"/> runs, the latest first.</summary>
    public ImmutableArray<LockStay> At(IOperation operation) => Flow?.At(operation) is { } held
        ? InStatements(operation.Syntax.Span, held, Flow.NotInGraph)
        : InStatements(operation.Syntax.Span, AtStart, Statements);

    private static ImmutableArray<LockStay> InStatements(TextSpan place, ImmutableArray<LockStay> around, ImmutableArray<(TextSpan Span, LockStay Stay)> statements)
    {
        if (statements.IsEmpty)
        {
            return around;
        }

        var held = around.ToBuilder();
        foreach (var (span, stay) in statements)
        {
            if (span.Contains(place) && !held.Any(outer => outer.Held.Equals(stay.Held)))
            {
                held.Insert(0, stay);
            }
        }

        return held.ToImmutable();
    }

    /// <summary>A solved flow and what its numbers mean.</summary>
    internal sealed class Solved(
        BodyGraph graph, LockFlow flow, ImmutableArray<HeldLock> locks, ImmutableArray<(BlockPosition Position, int Lock)> releases, ImmutableArray<int> taken,
        ImmutableArray<(TextSpan Span, LockStay Stay)> notInGraph)
    {
        /// <summary>The <c>lock</c> statements that the compiler's graph leaves out.</summary>
        public ImmutableArray<(TextSpan Span, LockStay Stay)> NotInGraph { get; } = notInGraph;

        /// <summary>The locks that the body gives back where it does not hold them itself.</summary>
        public ImmutableArray<HeldLock> GivenForOthers { get; } =
        [
            .. (from release in releases
                where flow.Before(release.Position.Block, release.Position.Index) is { } state && state.All(hold => hold.Lock != release.Lock)
                select locks[release.Lock]).Distinct(),
        ];

        /// <summary>
        /// The locks that the body only gives back. Nobody gives back what he has not taken: they were held when it began, as at the end of a scope that its constructor began.
        /// </summary>
        public ImmutableArray<HeldLock> HeldFromStart => [.. GivenForOthers.Except(taken.Select(number => locks[number]))];

        /// <summary>What is held where <paramref name="operation"/> runs; null where it is not found in the graph.</summary>
        public ImmutableArray<LockStay>? At(IOperation operation) =>
            graph.PositionOf(operation) is { } position
            && Meet(flow.Before(position.Block, position.Index), flow.Before(position.Block + graph.Unwinding.BlockCount, position.Index)) is { } state
                ? Told(state)
                : null;

        /// <summary>What is held where the body returns.</summary>
        public ImmutableArray<LockStay> AtEnd() => flow.Before(graph.Exit, 0) is { } state ? Told(state) : [];

        private ImmutableArray<LockStay> Told(ImmutableArray<LockHold> state) =>
        [
            .. from hold in state
               where hold.IsCertain
               orderby hold.Sites descending
               select new LockStay(locks[hold.Lock], hold.Sites),
        ];

        private static ImmutableArray<LockHold>? Meet(ImmutableArray<LockHold>? normal, ImmutableArray<LockHold>? unwinding) =>
            normal is { } left && unwinding is { } right ? LockFlow.Meet(left, right) : normal ?? unwinding;
    }
}
