using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers whether a compilation is one of tests or measurements, by the frameworks that it references.</summary>
internal static class TestFrameworks
{
    /// <summary>The assemblies of frameworks for tests and benchmarks.</summary>
    public static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "xunit.core", "xunit.assert", "xunit.v3.core", "xunit.v3.assert", "xunit.v3.extensibility.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "MSTest.TestFramework", "Microsoft.VisualStudio.QualityTools.UnitTestFramework", "TUnit.Core", "BenchmarkDotNet");

    /// <summary>Whether <paramref name="compilation"/> references one of them.</summary>
    public static bool IsReferencedBy(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(identity => Names.Contains(identity.Name));
}
