using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Options;
internal static class PackageOptions
{
    public static ImmutableArray<string> AdditionalTypes(Compilation compilation, AnalyzerConfigOptionsProvider options) => [];
}
