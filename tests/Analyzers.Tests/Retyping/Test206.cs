using DictionaryAnalyzers.Testing;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>A test of the Lazy repair with the stand-in that reports every factory.</summary>
internal sealed class Test206 : CSharpCodeFixTest<FactoryCallAnalyzer, LazyValuesFix, DefaultVerifier>;
