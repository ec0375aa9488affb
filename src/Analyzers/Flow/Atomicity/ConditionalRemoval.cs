using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A removal of a key that depends on a test of its value.</summary>
/// <param name="Check">What read the value: a look-up, or the head of a walk over the pairs.</param>
/// <param name="Removal">The removal.</param>
internal sealed record ConditionalRemoval(IOperation Check, DictionaryUse Removal);
