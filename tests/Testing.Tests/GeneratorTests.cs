using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Tests.StandIns;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests;

public class GeneratorTests
{
    [Fact]
    public Task Passes_WhenTheSourceUsesWhatIsGenerated() => new WithGenerator { TestCode = "class [|Bad1|] : Generated.BadPart { }" }.RunAsync();

    [Fact]
    public async Task Fails_WhenNothingIsGenerated() => await Fails.With(
        new CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier> { TestCode = "class [|Bad1|] : Generated.BadPart { }" }, "CS0246");

    private sealed class WithGenerator : CSharpAnalyzerTest<BadNameAnalyzer, DefaultVerifier>
    {
        protected override IEnumerable<Type> GetSourceGenerators() => [typeof(BadPartGenerator)];
    }
}
