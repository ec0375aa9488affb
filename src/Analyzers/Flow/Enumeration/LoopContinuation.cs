using System.Collections.Generic;
using System.Linq;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether an enumeration can take another step after something happened, on some path.</summary>
internal static class LoopContinuation
{
    /// <summary>
    /// Whether control that leaves <paramref name="from"/>, as far as the <paramref name="facts"/> allow, can reach one of
    /// <paramref name="steps"/> without passing one of <paramref name="starts"/>, where the enumeration begins anew.
    /// </summary>
    public static bool CanStepAgain(
        FlowGraph graph,
        BlockPosition from,
        IReadOnlyCollection<BlockPosition> steps,
        IReadOnlyCollection<BlockPosition> starts,
        PathFacts facts)
    {
        // Further on in the same block, unless the enumeration starts anew in between.
        var nextStart = starts.Where(start => start.Block == from.Block && start.Index > from.Index)
            .Select(start => (int?)start.Index).Min();
        if (steps.Any(step => step.Block == from.Block && step.Index > from.Index && (nextStart is null || step.Index < nextStart)))
        {
            return true;
        }

        return nextStart is null && steps.Any(step =>
            !StartsBefore(step, starts) && graph.Reaches(from.Block, step.Block, Barriers(step, starts), facts));
    }

    // A start in the step's own block, before the step: whoever comes into the block starts anew first.
    private static bool StartsBefore(BlockPosition step, IReadOnlyCollection<BlockPosition> starts) =>
        starts.Any(start => start.Block == step.Block && start.Index < step.Index);

    private static HashSet<int> Barriers(BlockPosition step, IReadOnlyCollection<BlockPosition> starts) =>
        [.. starts.Where(start => start.Block != step.Block).Select(start => start.Block)];
}
