using System.Linq;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests;

public class MarkupTests
{
    [Fact]
    public void Reads_SpansNamesAndPositions()
    {
        TestFileMarkupParser.GetPositionsAndSpans("a[|b|]c{|ID1:d|}e$$f", out var code, out var positions, out var spans);

        Assert.Equal("abcdef", code);
        Assert.Equal(5, Assert.Single(positions));
        Assert.Equal(new TextSpan(1, 1), spans[""].Single());
        Assert.Equal(new TextSpan(3, 1), spans["ID1"].Single());
    }

    [Fact]
    public void Reads_NestedSpans()
    {
        TestFileMarkupParser.GetPositionsAndSpans("{|#0:a{|X:b|}[|c|]|}", out var code, out _, out var spans);

        Assert.Equal("abc", code);
        Assert.Equal(new TextSpan(0, 3), spans["#0"].Single());
        Assert.Equal(new TextSpan(1, 1), spans["X"].Single());
        Assert.Equal(new TextSpan(2, 1), spans[""].Single());
    }

    [Theory]
    [InlineData("int[] a = [1, 2]; var b = a is [.., > 0 or < 3];")]
    [InlineData("bool M(int x) => x is 1 || new { x } is { x: 1 };")]
    [InlineData("var s = $\"{{|}}\";", "var s = $\"{{|}}\";")]
    public void Leaves_CodeAlone(string code, string? expected = null)
    {
        if (expected is not null)
        {
            Assert.Throws<VerificationException>(() => TestFileMarkupParser.GetPositionsAndSpans(code, out _, out _, out _));
            return;
        }

        TestFileMarkupParser.GetPositionsAndSpans(code, out var output, out _, out _);
        Assert.Equal(code, output);
    }

    [Fact]
    public void Leaves_PositionsAsCode_WhenAsked()
    {
        TestFileMarkupParser.GetSpans("var s = $$\"\"\"x\"\"\"; [|y|]", treatPositionIndicatorsAsCode: true, out var code, out var spans);

        Assert.Equal("var s = $$\"\"\"x\"\"\"; y", code);
        Assert.Single(spans);
    }

    [Theory]
    [InlineData("[|a")]
    [InlineData("a|]")]
    [InlineData("{|X:a|]")]
    public void Fails_WhenMarksDoNotMatch(string code) =>
        Assert.Throws<VerificationException>(() => TestFileMarkupParser.GetPositionsAndSpans(code, out _, out _, out _));
}
