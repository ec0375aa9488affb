using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An effect that running a region leads to, itself or through callees.</summary>
/// <param name="Effect">The effect, in terms of the body that has it.</param>
/// <param name="Target">The affected object in terms of the region; null where the region cannot name it.</param>
/// <param name="Site">The operation of the region that leads to it.</param>
/// <param name="Frame">The activation that has the effect.</param>
internal sealed record ReachedEffect(Effect Effect, InstancePath? Target, IOperation Site, Frame Frame);
