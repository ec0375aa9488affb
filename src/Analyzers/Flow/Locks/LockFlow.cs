using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which locks are held in each block of a graph on every path that leads there, exceptions included. Locks, places
/// and flags are numbers, so that it needs no compiler to be tested.
/// </summary>
internal sealed class LockFlow
{
    private readonly ImmutableArray<LockBlock> blocks;
    private readonly ImmutableArray<LockHold>?[] onEntry;

    /// <summary>Solves the graph, whose block 0 is entered with the locks <paramref name="atStart"/> held.</summary>
    public LockFlow(ImmutableArray<LockBlock> blocks, ImmutableArray<LockHold> atStart)
    {
        this.blocks = blocks;
        onEntry = new ImmutableArray<LockHold>?[blocks.Length];
        onEntry[0] = [.. atStart.OrderBy(hold => hold.Lock)];
        var pending = new Queue<int>();
        pending.Enqueue(0);
        while (pending.Count > 0)
        {
            var block = pending.Dequeue();
            Through(blocks[block], onEntry[block]!.Value, pending);
        }
    }

    /// <summary>The locks that are held just before the statement <paramref name="index"/> of <paramref name="block"/>; null where nothing leads there.</summary>
    public ImmutableArray<LockHold>? Before(int block, int index)
    {
        if (onEntry[block] is not { } state)
        {
            return null;
        }

        foreach (var found in blocks[block].Events)
        {
            if (found.Index < index)
            {
                state = After(state, found);
            }
        }

        return state;
    }

    /// <summary>What holds at two places, one of which the flow comes from.</summary>
    public static ImmutableArray<LockHold> Meet(ImmutableArray<LockHold> left, ImmutableArray<LockHold> right)
    {
        if (left.IsEmpty || right.IsEmpty || left.SequenceEqual(right))
        {
            return left.IsEmpty ? left : right;
        }

        var both = ImmutableArray.CreateBuilder<LockHold>();
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (one.Lock == other.Lock && Meet(one, other) is { } hold)
                {
                    both.Add(hold);
                }
            }
        }

        return both.ToImmutable();
    }

    private void Through(LockBlock block, ImmutableArray<LockHold> state, Queue<int> pending)
    {
        // An exception may come before, between and after the events.
        var thrown = state;
        foreach (var found in block.Events)
        {
            state = After(state, found);
            thrown = Meet(thrown, state);
        }

        foreach (var handler in block.Handlers)
        {
            Enter(handler, thrown, pending);
        }

        foreach (var edge in block.Next)
        {
            var known = block.Flag >= 0 && edge.Condition is { } taken ? taken == block.WhenTrue : (bool?)null;
            Enter(edge.Target, known is { } value ? [.. state.Select(hold => hold.Flag == block.Flag ? hold with { IsCertain = value } : hold)] : state, pending);
        }
    }

    private void Enter(int target, ImmutableArray<LockHold> state, Queue<int> pending)
    {
        var met = onEntry[target] is { } before ? Meet(before, state) : state;
        if (onEntry[target] is not { } old || !old.SequenceEqual(met))
        {
            onEntry[target] = met;
            pending.Enqueue(target);
        }
    }

    private static LockHold? Meet(LockHold one, LockHold other)
    {
        var flag = one.Flag == other.Flag ? one.Flag : -1;
        var isCertain = one.IsCertain && other.IsCertain;
        return isCertain || flag >= 0
            ? new LockHold(one.Lock, System.Math.Min(one.Depth, other.Depth), one.Sites | other.Sites, flag, isCertain)
            : null;
    }

    private static ImmutableArray<LockHold> After(ImmutableArray<LockHold> state, LockEvent found)
    {
        var index = 0;
        while (index < state.Length && state[index].Lock < found.Lock)
        {
            index++;
        }

        var held = index < state.Length && state[index].Lock == found.Lock ? state[index] : (LockHold?)null;
        var site = 1UL << System.Math.Min(found.Site, 63);
        switch (found.Verb)
        {
            case LockVerb.Acquire or LockVerb.AcquireScope:
                // Taken again by whom it already belongs to, it is the first stay that goes on.
                return held is { IsCertain: true } again
                    ? state.SetItem(index, again with { Depth = again.Depth + 1 })
                    : Put(new LockHold(found.Lock, 1, site, found.Flag, true));
            case LockVerb.TryAcquire:
                return held is { IsCertain: true } || found.Flag < 0 ? state : Put(new LockHold(found.Lock, 1, site, found.Flag, false));
            case LockVerb.Release:
                return held is not { } release ? state
                    : release is { IsCertain: true, Depth: > 1 } ? state.SetItem(index, release with { Depth = release.Depth - 1 })
                    : state.RemoveAt(index);
            case LockVerb.Pause:
                return held is { } pause ? state.SetItem(index, pause with { Sites = site }) : state;
            default:
                return state;
        }

        ImmutableArray<LockHold> Put(LockHold hold) => held is null ? state.Insert(index, hold) : state.SetItem(index, hold);
    }
}
