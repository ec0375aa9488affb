using System.Collections.Immutable;

namespace DictionaryAnalyzers.Flow;

/// <summary>A block of a <see cref="LockFlow"/>.</summary>
/// <param name="Events">What happens to locks in it, in order.</param>
/// <param name="Next">The ways on.</param>
/// <param name="Handlers">Where an exception in the block leads.</param>
/// <param name="Flag">The number of the Boolean that the block branches on; -1 where it branches on none that is known.</param>
/// <param name="WhenTrue">Whether the block's condition holds where that Boolean is true.</param>
internal sealed record LockBlock(
    ImmutableArray<LockEvent> Events, ImmutableArray<FlowEdge> Next, ImmutableArray<int> Handlers, int Flag = -1, bool WhenTrue = true);
