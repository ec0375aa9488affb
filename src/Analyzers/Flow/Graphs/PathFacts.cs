using System;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// What is known along a path through a <see cref="FlowGraph"/>, as a small number that blocks change and edges ask.
/// </summary>
/// <param name="Start">What is known where the path leaves its first block.</param>
/// <param name="After">What is known at the end of a block, given what was known at its beginning.</param>
/// <param name="MayTake">Whether an edge out of a block can be taken, given what is known at the block's end.</param>
internal sealed record PathFacts(int Start, Func<int, int, int> After, Func<int, FlowEdge, int, bool> MayTake)
{
    /// <summary>Nothing is known: every edge can be taken.</summary>
    public static PathFacts None { get; } = new(0, static (_, state) => state, static (_, _, _) => true);
}
