extern alias generators;

using System;
using System.Collections.Generic;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

/// <summary>
/// A test of a rule about mappers. The generator runs on its sources, so that CS8795 stands where a method is not generated, and
/// nothing where it is.
/// </summary>
internal sealed class MapperTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(generators::DictionaryAnalyzers.Generators.MapperGenerator)];
}

/// <summary>The same for a rule and its repair.</summary>
internal sealed class MapperFixTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(generators::DictionaryAnalyzers.Generators.MapperGenerator)];
}
