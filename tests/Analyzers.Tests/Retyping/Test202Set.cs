using DictionaryAnalyzers.Testing;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>A test of the retyping of sets with the stand-in that reports every set called <c>map</c>.</summary>
internal sealed class Test202Set : CSharpCodeFixTest<PlainDictionaryAnalyzer, ConcurrentSetFix, DefaultVerifier>;
