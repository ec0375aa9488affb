using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Package;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Package;

public class DICT001InvalidOptionTests
{
    [Theory]
    [InlineData("dictionary_analyzers.additional_types = Contoso.Map, ,", "Contoso.Map, ,")]
    [InlineData("dictionary_analyzers.additional_types = 3Map", "3Map")]
    [InlineData("dictionary_analyzers.additional_types = Map<string, int>", "Map<string, int>")]
    public Task Reports_AMalformedValue(string line, string value) => VerifyFile(
        $$"""
        root = true
        [*.cs]
        {|#0:{{line}}|}
        """,
        new DiagnosticResult("DICT001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(
            "dictionary_analyzers.additional_types", value, "allowed are full type names separated by commas, such as Contoso.Collections.FastMap`2"));

    [Theory]
    [InlineData("pin, ,")]
    [InlineData("*token*")]
    [InlineData("42")]
    public Task Reports_AWordThatIsNone(string value) => VerifyFile(
        $$"""
        [*.cs]
        {|#0:dictionary_analyzers.sensitive_members = {{value}}|}
        """,
        new DiagnosticResult("DICT001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(
            "dictionary_analyzers.sensitive_members", value, "allowed are words separated by commas, such as default, pin, iban"));

    [Fact]
    public Task Reports_AKeyThatIsNoOption() => VerifyFile(
        """
        [*.cs]
        {|#0:dictionary_analyzers.aditional_types = Contoso.Map|}
        """,
        new DiagnosticResult("DICT001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(
            "dictionary_analyzers.aditional_types", "Contoso.Map", "there is no such option; there are dictionary_analyzers.additional_types, dictionary_analyzers.lock_types, dictionary_analyzers.singleton_attributes, dictionary_analyzers.retype_public_api, dictionary_analyzers.retype_sets, dictionary_analyzers.reflecting_conversions, dictionary_analyzers.sensitive_members"));

    [Theory]
    [InlineData("dictionary_analyzers.additional_types = Contoso.Map")]
    [InlineData("dictionary_analyzers.additional_types = Contoso.Map`2, Contoso.Outer+Inner`1")]
    [InlineData("dictionary_analyzers.additional_types =")]
    [InlineData("dictionary_analyzers.lock_types = Contoso.Threading.AsyncLock, Contoso.IGate")]
    [InlineData("dictionary_analyzers.singleton_attributes = Contoso.SingletonAttribute, Contoso.SharedAttribute`1")]
    [InlineData("dictionary_analyzers.retype_public_api = true")]
    [InlineData("dictionary_analyzers.retype_sets = true")]
    [InlineData("dictionary_analyzers.reflecting_conversions = Contoso.Web.RouteValues, Contoso.Web.Html.AttributesOf")]
    [InlineData("dictionary_analyzers.sensitive_members = default, pin, tax_number")]
    [InlineData("dictionary_analyzers.sensitive_members =")]
    [InlineData("  DICTIONARY_ANALYZERS.ADDITIONAL_TYPES = Contoso.Map  ")]
    [InlineData("# dictionary_analyzers.nonsense = 1")]
    [InlineData("dotnet_diagnostic.DICT101.severity = error")]
    [InlineData("dictionary_analyzers_other = 1")]
    public Task DoesNotReport_WhatIsUnderstoodOrNotOurs(string line) => VerifyFile($"[*.cs]\n{line}\n");

    [Fact]
    public Task DoesNotReport_FilesThatAreNoConfiguration()
    {
        var test = Test();
        test.TestState.AdditionalFiles.Add(("/notes.txt", "dictionary_analyzers.nonsense = 1"));
        return test.RunAsync();
    }

    [Fact]
    public Task Reports_OnceInTheFirstFile_WhereTheConfigurationIsNotAtHand()
    {
        var test = Test();
        test.TestState.Sources.Add("class D { }");
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndictionary_analyzers.nonsense = 1\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT001", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(
            "dictionary_analyzers.nonsense", "1", "there is no such option; there are dictionary_analyzers.additional_types, dictionary_analyzers.lock_types, dictionary_analyzers.singleton_attributes, dictionary_analyzers.retype_public_api, dictionary_analyzers.retype_sets, dictionary_analyzers.reflecting_conversions, dictionary_analyzers.sensitive_members"));
        test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<DICT001InvalidOptionAnalyzer, DefaultVerifier> Test() => new() { TestCode = "{|#0:|}class C { }" };

    private static Task VerifyFile(string configuration, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<DICT001InvalidOptionAnalyzer, DefaultVerifier> { TestCode = "class C { }" };
        test.TestState.AdditionalFiles.Add(("/.editorconfig", configuration));
        test.ExpectedDiagnostics.AddRange(expected);

        // A pragma or a header in a source file says nothing about a configuration file.
        test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        return test.RunAsync();
    }
}
