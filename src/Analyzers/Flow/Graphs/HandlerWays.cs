using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers how the handlers around a block are entered, which <see cref="FlowGraph"/> leaves out: a <c>finally</c> when its <c>try</c>
/// is left, and it and a <c>catch</c> by an exception, before or after what a block of the <c>try</c> does.
/// </summary>
internal static class HandlerWays
{
    /// <summary>The innermost <c>catch</c> or <c>finally</c> around <paramref name="block"/>; null where there is none.</summary>
    public static ControlFlowRegion? Around(BasicBlock block) => Around(block.EnclosingRegion);

    /// <summary><paramref name="graph"/> with the ways into <paramref name="handler"/>, and into those that it stands in.</summary>
    public static FlowGraph Into(ControlFlowRegion handler, FlowGraph graph)
    {
        var ways = Enumerable.Range(0, graph.Count).Select(block => graph.Successors(block).ToBuilder()).ToArray();
        for (var entered = handler; entered is not null; entered = Around(entered.EnclosingRegion))
        {
            var guarded = entered.EnclosingRegion!.NestedRegions[0];
            var entry = entered.FirstBlockOrdinal;
            for (var block = 0; block < graph.Count; block++)
            {
                // Whoever leaves a 'try', by 'return' too, comes by its 'finally'.
                foreach (var edge in graph.Successors(block).Where(edge => IsIn(guarded, edge.Target) || (entered.Kind is ControlFlowRegionKind.Finally && IsIn(guarded, block))))
                {
                    Add(ways[block], new FlowEdge(entry, edge.Condition));
                }

                if (IsIn(guarded, block))
                {
                    Add(ways[block], new FlowEdge(entry, null));
                }
            }
        }

        return new FlowGraph([.. ways.Select(edges => edges.ToImmutable())]);
    }

    private static ControlFlowRegion? Around(ControlFlowRegion? region)
    {
        while (region is not null and not { Kind: ControlFlowRegionKind.Finally or ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler })
        {
            region = region.EnclosingRegion;
        }

        return region;
    }

    private static bool IsIn(ControlFlowRegion region, int block) => block >= region.FirstBlockOrdinal && block <= region.LastBlockOrdinal;

    private static void Add(ImmutableArray<FlowEdge>.Builder ways, FlowEdge way)
    {
        if (!ways.Contains(way))
        {
            ways.Add(way);
        }
    }
}
