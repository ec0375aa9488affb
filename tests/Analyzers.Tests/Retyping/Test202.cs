using DictionaryAnalyzers.Testing;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>A test of the retyping to a ConcurrentDictionary with the stand-in that reports every plain dictionary called <c>map</c>.</summary>
internal sealed class Test202 : CSharpCodeFixTest<PlainDictionaryAnalyzer, ConcurrentMapFix, DefaultVerifier>;
