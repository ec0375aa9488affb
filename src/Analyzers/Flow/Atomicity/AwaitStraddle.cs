using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An insertion that relies on a test of the same key, with an <c>await</c> between the two.</summary>
/// <param name="Check">The test that found the key absent.</param>
/// <param name="Act">The insertion.</param>
/// <param name="Wait">What is awaited in between.</param>
/// <param name="IsLockedInHalves">Whether the test and the insertion each hold a lock, so that only the value is at stake, not the table.</param>
internal sealed record AwaitStraddle(IOperation Check, DictionaryUse Act, IOperation Wait, bool IsLockedInHalves);
