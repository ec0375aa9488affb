extern alias generators;

using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

/// <summary>
/// A test of a rule about mappers. The generator runs on its sources; where it can generate nothing for a method it writes one that does not
/// compile (CS0619), which is an error of the test unless something is reported.
/// </summary>
internal sealed class MapperTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(generators::DictionaryAnalyzers.Generators.MapperGenerator)];

    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics)
        && (diagnostic.Id is not "CS0619" || !TestState.Sources.Any(source => source.content.ToString().Contains("|]", StringComparison.Ordinal) || source.content.ToString().Contains("|}", StringComparison.Ordinal)));
}

/// <summary>The same for a rule and its repair.</summary>
internal sealed class MapperFixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(generators::DictionaryAnalyzers.Generators.MapperGenerator)];

    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) =>
        base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics) && diagnostic.Id is not "CS0619";
}
