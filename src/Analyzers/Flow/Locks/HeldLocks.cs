using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which locks are certainly held where an operation runs, in whatever way they were taken, here or by every caller.
/// Where it is not known, none is.
/// </summary>
internal sealed class HeldLocks
{
    private const int MaximumCallerDepth = 3;
    private const int MaximumCalleeDepth = 2;

    private readonly ConcurrentDictionary<(SyntaxNode Body, int Depth), BodyLocks> solved = new();
    private readonly LockScan scan = new();
    private readonly BodyLockReader reader;
    private readonly CallerLocks callers;
    private readonly CalleeLocks callees;

    public HeldLocks(KnownTypes types, PathReader paths, SourceBodies bodies, BodyGraphs graphs, MemberUses members, CollectionContents contents)
    {
        var objects = new LockObjects(paths, bodies, members, contents);
        var translation = new LockTranslation(paths, objects);
        reader = new BodyLockReader(types, objects, graphs, bodies);
        callees = new CalleeLocks(reader, bodies, scan, translation);
        callers = new CallerLocks(this, types, bodies, members, scan, translation);
    }

    /// <summary>
    /// The lock objects that keep everybody else out, in terms of the body in which <paramref name="operation"/> stands, the
    /// one that was taken last first.
    /// </summary>
    public ImmutableArray<InstancePath> At(IOperation operation, CancellationToken cancellationToken)
    {
        var stays = StaysAt(operation, MaximumCallerDepth, cancellationToken);
        return stays.IsEmpty ? [] : [.. stays.Where(stay => stay.Held.Mode is LockMode.Exclusive).Select(stay => stay.Held.Path).Distinct()];
    }

    /// <summary>Whether anything in the source of <paramref name="type"/>, or of a type around it, looks like a lock; it binds nothing.</summary>
    public bool MayBeTakenIn(INamedTypeSymbol type, CancellationToken cancellationToken) => scan.AnyIn(type, cancellationToken);

    /// <summary>Whether anything in the source of <paramref name="method"/> looks like a lock; it binds nothing.</summary>
    public bool MayBeTakenIn(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.Any(declaration => scan.Of(declaration.GetSyntax(cancellationToken), cancellationToken) is not LockSigns.None);

    /// <summary>All locks, those of readers included; one that is held in two modes is there twice.</summary>
    public ImmutableArray<HeldLock> InAnyModeAt(IOperation operation, CancellationToken cancellationToken) =>
        [.. StaysAt(operation, MaximumCallerDepth, cancellationToken).Select(stay => stay.Held)];

    /// <summary>
    /// Whether some lock that others cannot take at the same time is held at both places and is not given back in between.
    /// The upgradeable mode counts: no other thread comes to write meanwhile.
    /// </summary>
    public bool AnyHeldAtBoth(IOperation first, IOperation second, CancellationToken cancellationToken)
    {
        var held = StaysAt(first, MaximumCallerDepth, cancellationToken);
        if (held.IsEmpty || InSameBody(first, second) is not var (one, other))
        {
            return false;
        }

        return (one == first ? held : StaysAt(one, MaximumCallerDepth, cancellationToken))
            .Where(stay => stay.Held.Mode is not LockMode.Shared)
            .Intersect(StaysAt(other, MaximumCallerDepth, cancellationToken))
            .Any();
    }

    // A lambda that is run on the spot is part of the body that runs it; elsewhere a stay in a lock says nothing.
    private (IOperation First, IOperation Second)? InSameBody(IOperation first, IOperation second)
    {
        for (var (outer, level) = ((IOperation?)first, 0); outer is not null && level < MaximumCallerDepth; outer = callers.RunnerOf(outer.EnclosingBody()), level++)
        {
            var body = outer.EnclosingBody().Syntax;
            for (var (other, step) = ((IOperation?)second, 0); other is not null && step < MaximumCallerDepth; other = callers.RunnerOf(other.EnclosingBody()), step++)
            {
                if (other.EnclosingBody().Syntax == body)
                {
                    return (outer, other);
                }
            }
        }

        return null;
    }

    /// <summary>What is held where <paramref name="operation"/> runs, with callers followed <paramref name="depth"/> steps up.</summary>
    internal ImmutableArray<LockStay> StaysAt(IOperation operation, int depth, CancellationToken cancellationToken) =>
        LocksOf(operation.EnclosingBody(), depth, cancellationToken).At(operation);

    private BodyLocks LocksOf(IOperation body, int depth, CancellationToken cancellationToken)
    {
        if (solved.TryGetValue((body.Syntax, depth), out var known))
        {
            return known;
        }

        var atStart = callers.AtStartOf(body, depth, cancellationToken).Select(held => new LockStay(held, LockStay.ByCaller)).ToImmutableArray();
        var locks = Read(body, atStart, cancellationToken);

        if (locks.Flow is { HeldFromStart: { IsEmpty: false } given })
        {
            locks = Read(body, [.. atStart, .. given.Select(held => new LockStay(held, LockStay.ByCaller))], cancellationToken);
        }

        return solved.GetOrAdd((body.Syntax, depth), locks);
    }

    private BodyLocks Read(IOperation body, ImmutableArray<LockStay> atStart, CancellationToken cancellationToken) =>
        reader.Read(body, scan.Of(body.Syntax, cancellationToken), atStart, callees, MaximumCalleeDepth, cancellationToken);
}
