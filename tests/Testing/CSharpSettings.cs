using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Testing;

/// <summary>The options that C# tests are compiled with.</summary>
internal static class CSharpSettings
{
    // As the .NET SDK: assemblies of different versions may stand for each other.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> s_levels = ImmutableDictionary<string, ReportDiagnostic>.Empty
        .Add("CS1701", ReportDiagnostic.Suppress)
        .Add("CS1702", ReportDiagnostic.Suppress);

    public static CSharpCompilationOptions Compilation(TestExtras extra) => new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: extra.NullableContextOptions,
        specificDiagnosticOptions: s_levels);

    public static CSharpParseOptions Parse(TestExtras extra) => new(extra.LanguageVersion, DocumentationMode.Parse);
}
