using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Fact]
    public Task Reports_AnAdditionInAForeach() => Verify(
        """
        using System.Collections.Generic;
        class C { void M(Dictionary<int, int> d) { foreach (var p in d) { [|d.Add(p.Key + 1, 2)|]; } } }
        """);

    [Fact]
    public Task DoesNotReport_ARemovalOnModernDotNet() => Verify(
        """
        using System.Collections.Generic;
        class C { void M(Dictionary<int, int> d) { foreach (var p in d) { d.Remove(p.Key); } } }
        """);

    private static Task Verify(string source) =>
        new CSharpAnalyzerTest<DICT101ModifiedWhileEnumeratedAnalyzer, DefaultVerifier> { TestCode = source }.RunAsync();
}
