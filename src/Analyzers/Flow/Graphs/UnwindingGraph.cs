using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// A control-flow graph with the ways that <see cref="FlowGraph"/> leaves out: a branch out of a <c>try</c> runs through its
/// <c>finally</c>, and any block may end in an exception. Each <c>finally</c> is there twice, once for leaving normally and
/// once for unwinding, so that what only an exception brings does not reach what comes after.
/// </summary>
/// <param name="Next">The ways on from each node.</param>
/// <param name="Handlers">Where each node goes when something in it throws.</param>
/// <param name="BlockCount">A node below this number is the block of that number; from it on they are the copies for unwinding.</param>
internal sealed record UnwindingGraph(
    ImmutableArray<ImmutableArray<FlowEdge>> Next, ImmutableArray<ImmutableArray<int>> Handlers, int BlockCount)
{
    /// <summary>The graph of <paramref name="cfg"/>, whose blocks end in what <paramref name="branches"/> says.</summary>
    public static UnwindingGraph Of(ControlFlowGraph cfg, Func<BasicBlock, IEnumerable<(ControlFlowBranch? Branch, bool? Condition)>> branches)
    {
        var count = cfg.Blocks.Length;
        var next = Enumerable.Range(0, count * 2).Select(_ => ImmutableArray.CreateBuilder<FlowEdge>()).ToArray();
        var handlers = new ImmutableArray<int>[count * 2];
        foreach (var block in cfg.Blocks)
        {
            handlers[block.Ordinal] = [.. HandlersOf(block.EnclosingRegion, count)];
            handlers[block.Ordinal + count] = OutermostFinally(block) is { } region
                ? [.. handlers[block.Ordinal].Select(handler => IsWithin(handler, region) ? handler + count : handler)]
                : handlers[block.Ordinal];
            foreach (var (branch, condition) in branches(block))
            {
                Add(block, branch, condition);
            }
        }

        return new UnwindingGraph([.. next.Select(edges => edges.ToImmutable())], [.. handlers], count);

        void Add(BasicBlock block, ControlFlowBranch? branch, bool? condition)
        {
            if (branch is { Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling } && FinallyAround(block) is { } ended)
            {
                // The normal copy goes on where its branches lead (below); the other one to whoever handles the exception.
                next[block.Ordinal + count].AddRange(HandlersOf(ended.EnclosingRegion, count).Select(handler => new FlowEdge(handler, condition)));
                return;
            }

            if (branch?.Destination is not { } destination)
            {
                return;
            }

            // Through every finally on the way. The end of one leads to the next.
            var from = block.Ordinal;
            foreach (var region in branch.FinallyRegions)
            {
                AddBoth(from, region.FirstBlockOrdinal, condition);
                condition = null;
                if (EndOf(cfg, region) is not { } end)
                {
                    return;
                }

                from = end;
            }

            AddBoth(from, destination.Ordinal, condition);
        }

        void AddBoth(int from, int to, bool? condition)
        {
            Link(from, to, condition);
            if (OutermostFinally(cfg.Blocks[from]) is { } region && IsWithin(to, region))
            {
                Link(from + count, to + count, condition);
            }
        }

        void Link(int from, int to, bool? condition)
        {
            var edge = new FlowEdge(to, condition);
            if (!next[from].Contains(edge))
            {
                next[from].Add(edge);
            }
        }
    }

    // The nearest handlers first; a finally runs on the way and goes on from its own end.
    private static IEnumerable<int> HandlersOf(ControlFlowRegion? start, int count)
    {
        for (var region = start; region is { EnclosingRegion: { } guarded }; region = guarded)
        {
            if (region.Kind is not ControlFlowRegionKind.Try)
            {
                continue;
            }

            if (guarded.Kind is ControlFlowRegionKind.TryAndFinally)
            {
                yield return guarded.NestedRegions.First(nested => nested.Kind is ControlFlowRegionKind.Finally).FirstBlockOrdinal + count;
                yield break;
            }

            foreach (var handler in guarded.NestedRegions.Where(nested => nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
            {
                yield return handler.FirstBlockOrdinal;
            }
        }
    }

    private static int? EndOf(ControlFlowGraph cfg, ControlFlowRegion region)
    {
        for (var ordinal = region.LastBlockOrdinal; ordinal >= region.FirstBlockOrdinal; ordinal--)
        {
            if (cfg.Blocks[ordinal] is { IsReachable: true, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling } block
                && FinallyAround(block) == region)
            {
                return ordinal;
            }
        }

        return null;
    }

    private static ControlFlowRegion? FinallyAround(BasicBlock block) => FinallyAround(block.EnclosingRegion);

    private static ControlFlowRegion? FinallyAround(ControlFlowRegion? region)
    {
        while (region is not null && region.Kind is not ControlFlowRegionKind.Finally)
        {
            region = region.EnclosingRegion;
        }

        return region;
    }

    private static ControlFlowRegion? OutermostFinally(BasicBlock block)
    {
        var outermost = FinallyAround(block);
        while (FinallyAround(outermost?.EnclosingRegion) is { } outer)
        {
            outermost = outer;
        }

        return outermost;
    }

    private static bool IsWithin(int block, ControlFlowRegion region) =>
        block >= region.FirstBlockOrdinal && block <= region.LastBlockOrdinal;
}
