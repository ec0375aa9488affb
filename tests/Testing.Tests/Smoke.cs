using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Tests.StandIns;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests;

public class Smoke
{
    [Fact]
    public Task Works() => new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier> { TestCode = "class [|BadOne|] { }" }.RunAsync();
}
