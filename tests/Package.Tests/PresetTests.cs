using System;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

/// <summary>The presets say of every rule what its descriptor says. With UPDATE=1 in the environment they are written anew instead.</summary>
public sealed class PresetTests
{
    [Theory]
    [InlineData("Default")]
    [InlineData("Strict")]
    [InlineData("None")]
    public void A_preset_follows_from_the_descriptors(string mode)
    {
        var file = Repository.PathOf("src", "Package", "buildTransitive", "config", mode + ".globalconfig");
        Assert.NotEmpty(Descriptors.All);
        var expected = Preset(mode);
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            File.WriteAllText(file, expected);
        }

        Assert.Equal(expected, File.ReadAllText(file));
    }

    private static string Preset(string mode) =>
        $"""
        # {Purpose(mode)}
        # Written from the descriptors by a test: run it with UPDATE=1 after a change of a rule.
        is_global = true
        global_level = -100

        {string.Join('\n', Descriptors.All.Select(rule => $"# {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {Severity(rule, mode)}"))}

        """.ReplaceLineEndings("\n");

    private static string Purpose(string mode) => mode switch
    {
        "Strict" => "Every rule of DictionaryAnalyzers, as a warning: DictionaryAnalyzersMode=Strict.",
        "None" => "No rule of DictionaryAnalyzers: DictionaryAnalyzersMode=None.",
        _ => "What the rules of DictionaryAnalyzers are without any configuration. To copy from; no mode uses it.",
    };

    private static string Severity(DiagnosticDescriptor rule, string mode) => mode switch
    {
        "Strict" => "warning",
        "None" => "none",
        _ when !rule.IsEnabledByDefault => "none",
        _ => rule.DefaultSeverity is DiagnosticSeverity.Info ? "suggestion" : "warning",
    };
}
