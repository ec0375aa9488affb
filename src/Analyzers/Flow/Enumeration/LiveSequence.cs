using System.Collections.Immutable;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// A sequence that still reads a collection while it is enumerated: the collection itself, a view of it, or lazy
/// operators over one of these.
/// </summary>
/// <param name="Path">Which collection is read.</param>
/// <param name="Kind">Its kind; what stands behind an interface, as far as it is known.</param>
/// <param name="View">What the sequence's elements are.</param>
/// <param name="Source">The expression that denotes the collection or view in the body at hand.</param>
/// <param name="Stages">The delegates that lazy operators run for each element, outermost last.</param>
internal sealed record LiveSequence(
    InstancePath Path, CollectionKind Kind, SequenceView View, IOperation Source, ImmutableArray<SequenceStage> Stages)
{
    /// <summary>Whether it is only one of those that the expression can mean, or code of an iterator runs between its steps.</summary>
    public bool IsIndirect { get; init; }
}
