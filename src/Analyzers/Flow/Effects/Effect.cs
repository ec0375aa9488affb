using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One thing that a body does itself to an object that it did not just make.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Target">The object, or the assigned variable or member, in terms of the body.</param>
/// <param name="Operation">Where it is done.</param>
/// <param name="Use">The use of a collection, for <see cref="EffectKind.Modifies"/> and <see cref="EffectKind.Enumerates"/>.</param>
/// <param name="AfterAwait">Whether an <c>await</c> stands before it, so that an unawaited call may return earlier.</param>
internal sealed record Effect(EffectKind Kind, InstancePath Target, IOperation Operation, DictionaryUse? Use, bool AfterAwait);
