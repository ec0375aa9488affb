using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Tests.Smoke;

/// <summary>Every analyzer of the package, with every rule on, run over a compilation.</summary>
internal static class AllAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Instances { get; } =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static CSharpCompilation Compile(IEnumerable<MetadataReference> references, params IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Smoke",
        trees,
        references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: Instances
                .SelectMany(analyzer => analyzer.SupportedDiagnostics)
                .Select(rule => rule.Id).Distinct()
                .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn))));

    public static SyntaxTree Parse(string source, string path = "/0/Test0.cs") =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), path);

    public static ImmutableArray<MetadataReference> Modern { get; } =
        ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>What the analyzers report, AD0001 included, in the order of the source.</summary>
    public static async Task<string[]> ReportAsync(Compilation compilation, CancellationToken cancellationToken)
    {
        var run = compilation.WithAnalyzers(Instances, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var diagnostics = await run.GetAnalyzerDiagnosticsAsync(cancellationToken);
        return [.. diagnostics.Select(diagnostic => diagnostic.ToString() + Details(diagnostic)).Order(StringComparer.Ordinal)];
    }

    // The stack of an AD0001 stands in its description.
    private static string Details(Diagnostic diagnostic) =>
        diagnostic.Id == "AD0001" ? "\n" + diagnostic.Descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
}
