using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Which words may stand in a file: those that do always, others hardly ever.</summary>
public class SourceWordsTests
{
    [Theory]
    [InlineData("class Map { }", "Map", true)]
    [InlineData("class Map { } // Table", "Table", true)]
    [InlineData("class Map", "Map", true)]
    [InlineData("class MapOfNames { }", "Map", false)]
    [InlineData("class Größe { }", "Größe", true)]
    [InlineData("class @class { }", "class", true)]
    [InlineData("", "Map", false)]
    public void Knows_WholeWords(string text, string word, bool expected) =>
        Assert.Equal(expected, SourceWords.Of(CSharpSyntaxTree.ParseText(text)).MayContain(SourceWords.HashOf(word)));
}
