using System.Collections.Immutable;
using DictionaryAnalyzers.Testing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Vocabulary;

public class FrameworkDetectionTests
{
    private static readonly ImmutableDictionary<string, ReferenceAssemblies> Sets = ImmutableDictionary<string, ReferenceAssemblies>.Empty
        .Add("net10.0", ReferenceAssemblies.Net.Net100)
        .Add("net8.0", ReferenceAssemblies.Net.Net80)
        .Add("netstandard2.0", ReferenceAssemblies.NetStandard.NetStandard20)
        .Add("net472", ReferenceAssemblies.NetFramework.Net472.Default);

    [Theory]
    [InlineData("net10.0", FrameworkRules.Net50)]
    [InlineData("net8.0", FrameworkRules.Net50)]
    [InlineData("netstandard2.0", FrameworkRules.Oldest)]
    [InlineData("net472", FrameworkRules.Oldest)]
    internal void References_Decide(string set, FrameworkRules expected) =>
        Assert.Equal(expected, FrameworkDetection.Of(Probe.Compile(Sets[set])));

    [Fact]
    public void WithoutReferences_TheOldestRulesHold() =>
        Assert.Equal(FrameworkRules.Oldest, FrameworkDetection.Of(CSharpCompilation.Create("Nothing")));

    [Theory]
    [InlineData("net10.0", FrameworkRules.Net50)]
    [InlineData("net5.0", FrameworkRules.Net50)]
    [InlineData("net8.0-windows", FrameworkRules.Net50)]
    [InlineData("net8.0-android34.0", FrameworkRules.Net50)]
    [InlineData(" NET8.0 ", FrameworkRules.Net50)]
    [InlineData("netcoreapp3.1", FrameworkRules.NetCore30)]
    [InlineData("netcoreapp3.0", FrameworkRules.NetCore30)]
    [InlineData("netstandard2.1", FrameworkRules.NetCore30)]
    [InlineData("netcoreapp2.1", FrameworkRules.Oldest)]
    [InlineData("netcoreapp1.0", FrameworkRules.Oldest)]
    [InlineData("netstandard2.0", FrameworkRules.Oldest)]
    [InlineData("netstandard1.6", FrameworkRules.Oldest)]
    [InlineData("net48", FrameworkRules.Oldest)]
    [InlineData("net472", FrameworkRules.Oldest)]
    [InlineData("net4.7.2", FrameworkRules.Oldest)]
    [InlineData("net", FrameworkRules.Oldest)]
    [InlineData("net.", FrameworkRules.Oldest)]
    [InlineData("net-8.0", FrameworkRules.Oldest)]
    [InlineData("uap10.0", FrameworkRules.Oldest)]
    [InlineData("nonsense", FrameworkRules.Oldest)]
    [InlineData("", FrameworkRules.Oldest)]
    internal void Monikers_AreUnderstood(string moniker, FrameworkRules expected) =>
        Assert.Equal(expected, FrameworkDetection.OfMoniker(moniker));
}
