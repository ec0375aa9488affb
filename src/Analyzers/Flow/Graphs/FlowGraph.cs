using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DictionaryAnalyzers.Flow;

/// <summary>A control-flow graph reduced to numbered blocks and edges, so that questions about it need no compiler to be tested.</summary>
internal sealed class FlowGraph(ImmutableArray<ImmutableArray<FlowEdge>> successors)
{
    public int Count => successors.Length;

    public ImmutableArray<FlowEdge> Successors(int block) => successors[block];

    /// <summary>Whether <paramref name="target"/> can be reached from <paramref name="block"/> over at least one edge.</summary>
    public bool Reaches(int block, int target) => Reaches(block, target, barriers: [], PathFacts.None);

    /// <summary>
    /// Whether <paramref name="target"/> can be reached from <paramref name="block"/> over at least one edge without going on
    /// from one of the <paramref name="barriers"/>, taking only the edges that the <paramref name="facts"/> known on the way allow.
    /// </summary>
    public bool Reaches(int block, int target, HashSet<int> barriers, PathFacts facts)
    {
        var seen = new HashSet<(int Block, int State)>();
        var pending = new Stack<(int Block, int State)>();
        Push(block, facts.Start);
        while (pending.Count > 0)
        {
            var (next, state) = pending.Pop();
            if (next == target)
            {
                return true;
            }

            if (!barriers.Contains(next) && seen.Add((next, state)))
            {
                Push(next, facts.After(next, state));
            }
        }

        return false;

        void Push(int from, int state)
        {
            foreach (var edge in successors[from])
            {
                if (facts.MayTake(from, edge, state))
                {
                    pending.Push((edge.Target, state));
                }
            }
        }
    }

    /// <summary>
    /// The outcome of the condition of <paramref name="block"/> on which alone <paramref name="target"/> is reached before the
    /// condition is asked again; null where it is reached on both, or on none.
    /// </summary>
    public bool? OutcomeLeadingTo(int block, int target)
    {
        var (whenTrue, whenFalse) = (Leads(true), Leads(false));
        return whenTrue == whenFalse ? null : whenTrue;

        bool Leads(bool outcome) =>
            successors[block].Any(edge => edge.Condition == outcome) && (block == target
                ? false
                : Reaches(block, target, [block], new PathFacts(0, static (_, _) => 1, (from, edge, state) => state != 0 || edge.Condition == outcome)));
    }

    /// <summary>
    /// Whether the statement at <paramref name="target"/> can run after the one at <paramref name="start"/> without one of
    /// the <paramref name="stops"/> in between or at the target.
    /// </summary>
    public bool Reaches(BlockPosition start, BlockPosition target, IReadOnlyCollection<BlockPosition> stops)
    {
        if (ComesBy(start.Block, start.Index))
        {
            return true;
        }

        var seen = new HashSet<int>();
        var pending = new Stack<int>();
        Leave(start.Block, start.Index);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (seen.Add(block))
            {
                if (ComesBy(block, -1))
                {
                    return true;
                }

                Leave(block, -1);
            }
        }

        return false;

        bool ComesBy(int block, int after) => target.Block == block && target.Index > after
            && !stops.Any(stop => stop.Block == block && stop.Index > after && stop.Index <= target.Index);

        void Leave(int block, int after)
        {
            if (!stops.Any(stop => stop.Block == block && stop.Index > after))
            {
                foreach (var edge in successors[block])
                {
                    pending.Push(edge.Target);
                }
            }
        }
    }

    /// <summary>
    /// Solves a fact that must hold on every path: for each block, whether it holds on entry. Blocks change it with
    /// <paramref name="transfer"/>, edges may establish it with <paramref name="establishes"/>.
    /// </summary>
    public bool[] SolveMust(Func<int, bool, bool> transfer, Func<int, FlowEdge, bool> establishes)
    {
        // Optimistic everywhere but at the entry; it only ever falls, so that the loop ends.
        var onEntry = new bool[Count];
        for (var block = 1; block < Count; block++)
        {
            onEntry[block] = true;
        }

        var pending = new Queue<int>();
        pending.Enqueue(0);
        var visited = new bool[Count];
        while (pending.Count > 0)
        {
            var block = pending.Dequeue();
            visited[block] = true;
            var onExit = transfer(block, onEntry[block]);
            foreach (var edge in successors[block])
            {
                var holds = onExit || establishes(block, edge);
                var falls = onEntry[edge.Target] && !holds;
                onEntry[edge.Target] &= holds;
                if (falls || !visited[edge.Target])
                {
                    visited[edge.Target] = true;
                    pending.Enqueue(edge.Target);
                }
            }
        }

        return onEntry;
    }
}
