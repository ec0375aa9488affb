using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Where a word stands in code: its tokens, told by the syntax around them.</summary>
public class SourceTextsTests
{
    [Theory]
    [InlineData("M(Run);", "IdentifierName")]
    [InlineData("Run(Run.Run);", "IdentifierName IdentifierName IdentifierName")]
    [InlineData("@Run();", "IdentifierName")]
    [InlineData("Run<int>();", "GenericName")]
    [InlineData("void Run() { }", "LocalFunctionStatement")]
    [InlineData("var a = $\"{Run} Run\";", "IdentifierName")]
    [InlineData("Runs(); MyRun(); run(); Run1(); _Run();", "")]
    [InlineData("/* Run */ M(); // Run", "")]
    [InlineData("M(\"Run now\");", "")]
    [InlineData("#if NEVER\nRun();\n#endif\nM();", "")]
    public void Tokens_AreThoseOfCode(string statements, string expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C {{ void M0() {{\n{statements}\n}} }} class Run {{ }}");
        var span = tree.GetRoot().DescendantNodes().First().Span;
        var tokens = new SourceTexts().TokensIn(tree, span, "Run", CancellationToken.None);
        Assert.Equal(expected, string.Join(" ", tokens.Select(token => token.Parent!.Kind())));
    }

    [Theory]
    [InlineData("Run();", true)]
    [InlineData("Stop();", true)]
    [InlineData("var a = x.Run;", true)]
    [InlineData("void Run() { }", false)]
    [InlineData("// Run\nM(\"Stop\");", false)]
    [InlineData("Runs(); Stops();", false)]
    public void Names_AreThoseThatAreUsed(string statements, bool expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C {{ void M0() {{ {statements} }} }} class D {{ void Other() => Run(); }}");
        var span = tree.GetRoot().DescendantNodes().First().Span;
        Assert.Equal(expected, new SourceTexts().AnyNameIn(tree, span, new WordScan(["Run", "Stop"]), CancellationToken.None));
    }

    [Fact]
    public void EveryRegistration_IsInTheTable_AndFoundByItsStem() =>
        Assert.All(RegistrationCalls.Names, name => Assert.True(RegistrationCalls.Of(name) is not null && RegistrationCalls.MayBeIn("x." + name + "(y)"), name));
}
