using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Package;

/// <summary>
/// DICT001: an option of this package is misspelt or has a value that it does not understand. It is reported in the
/// configuration file where the package's targets hand that file to the analyzers, and otherwise once, in the first source
/// file that the option applies to.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT001InvalidOptionAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT001InvalidOptionAnalyzer()
        : base(Descriptors.DICT001InvalidOption)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => true;

    private protected override void Register(RuleRegistration registration)
    {
        registration.OnAdditionalFile(AnalyzeFile);
        registration.OnSyntaxTree(context => AnalyzeTree(context, registration.Model.Compilation));
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        if (!IsConfiguration(file) || file.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var line in ConfigurationLine.In(text))
        {
            if (PackageOptions.Complaint(line.Key, line.Value) is { } complaint)
            {
                var location = Location.Create(file.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.DICT001InvalidOption, location, line.Key, line.Value, complaint));
            }
        }
    }

    private static void AnalyzeTree(SyntaxTreeAnalysisContext context, Compilation compilation)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        foreach (var (key, value) in OptionsOf(provider.GetOptions(context.Tree)))
        {
            if (PackageOptions.Complaint(key, value) is not { } complaint || IsWrittenIn(context.Options.AdditionalFiles, key, context.CancellationToken))
            {
                continue;
            }

            // One report for the whole compilation, and always the same one.
            var first = compilation.SyntaxTrees.FirstOrDefault(tree =>
                provider.GetOptions(tree).TryGetValue(key, out var other) && other == value);
            if (first == context.Tree)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.DICT001InvalidOption, Location.Create(context.Tree, default), key, value, complaint));
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> OptionsOf(AnalyzerConfigOptions options)
    {
        foreach (var key in options.Keys)
        {
            if (key.StartsWith(PackageOptions.Prefix, StringComparison.OrdinalIgnoreCase) && options.TryGetValue(key, out var value))
            {
                yield return (key, value);
            }
        }
    }

    private static bool IsWrittenIn(ImmutableArray<AdditionalText> files, string key, CancellationToken cancellationToken) =>
        files.Any(file => IsConfiguration(file) && file.GetText(cancellationToken) is { } text
            && ConfigurationLine.In(text).Any(line => string.Equals(line.Key, key, StringComparison.OrdinalIgnoreCase)));

    private static bool IsConfiguration(AdditionalText file) =>
        Path.GetFileName(file.Path) is var name
        && (name.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase));
}
