using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DictionaryAnalyzers.Cases;

/// <summary>Compiles cases together and runs every analyzer of the package over them, once a test run.</summary>
internal static class CaseCompilation
{
    /// <summary>What the package reports on the cases: file and rule, with the line counted from one.</summary>
    public static async Task<ILookup<(string Path, string Id), int>> ReportsOnAsync(IReadOnlyList<CaseFile> cases)
    {
        var framework = await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, default);
        var packages = new[] { typeof(ILogger), typeof(ServiceCollection), typeof(IServiceCollection) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location));
        var compilation = CSharpCompilation.Create(
            "Cases",
            cases.Select(file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest), file.Path)),
            [.. framework, .. packages],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length > 0)
        {
            throw new InvalidOperationException("The cases do not compile: " + string.Join(Environment.NewLine, errors.Take(5)));
        }

        var diagnostics = await compilation
            .WithAnalyzers([.. Analyzers()])
            .GetAnalyzerDiagnosticsAsync();
        return diagnostics.ToLookup(
            diagnostic => (diagnostic.Location.SourceTree?.FilePath ?? "", diagnostic.Id),
            diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() =>
        typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}
