using DictionaryAnalyzers.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Vocabulary;

public class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("Email", "Email", 0)]
    [InlineData("Emial", "Email", 1)]
    [InlineData("Emal", "Email", 1)]
    [InlineData("Emmail", "Email", 1)]
    [InlineData("Emajl", "Email", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void Distance_CountsEdits(string one, string other, int expected)
    {
        Assert.Equal(expected, NearestName.Distance(one, other));
        Assert.Equal(expected, NearestName.Distance(other, one));
    }

    [Theory]
    [InlineData("Emial", "Email")]
    [InlineData("email", "Email")]
    [InlineData("EMAIL", "Email")]
    [InlineData("Custmer", "Customer")]
    [InlineData("customer_name", "CustomerName")]
    [InlineData("CustomerNames", "CustomerName")]
    [InlineData("id", "Id")]
    [InlineData("Totl", "Total")]
    [InlineData("Zip", null)]
    [InlineData("Address", null)]
    [InlineData("E", null)]
    [InlineData("", null)]
    public void Nearest_IsFoundWhereItIsNear(string written, string? expected) =>
        Assert.Equal(expected, NearestName.Of(written, ["Id", "Email", "Customer", "CustomerName", "Total"]));

    [Fact]
    public void Nearest_IsNoneWhereTwoAreEquallyNear() => Assert.Null(NearestName.Of("Nama", ["Name", "Namo"]));

    [Fact]
    public void Nearest_PrefersTheSameLetters() => Assert.Equal("Name", NearestName.Of("name", ["Named", "Name", "Names"]));

    [Fact]
    public void Nearest_IsNoneWhereOnlyCaseTellsTwoApart() => Assert.Null(NearestName.Of("nAme", ["Name", "name"]));

    [Fact]
    public void Nearest_MayStandTwice() => Assert.Equal("Name", NearestName.Of("Nmae", ["Name", "Name"]));
}
