using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An insertion that relies on a test of the same key, with an <c>await</c> between the two.</summary>
/// <param name="Check">The test that found the key absent.</param>
/// <param name="Act">The insertion.</param>
/// <param name="Wait">What is awaited in between.</param>
internal sealed record AwaitStraddle(IOperation Check, DictionaryUse Act, IOperation Wait);
