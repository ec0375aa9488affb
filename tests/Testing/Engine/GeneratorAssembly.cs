using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>
/// Refers to source generators as a project does, by their assembly, where a test runs all of an assembly: only such references have
/// a checksum, which the search for references in a solution asks for.
/// </summary>
internal sealed class GeneratorAssembly(Assembly assembly) : IAnalyzerAssemblyLoader
{
    /// <summary>References to <paramref name="generators"/>.</summary>
    public static IEnumerable<AnalyzerReference> ReferencesTo(ImmutableArray<Type> generators) =>
        generators.GroupBy(type => type.Assembly).Select(ofAssembly => ofAssembly.Key.GetTypes().Where(IsGenerator).ToHashSet().SetEquals(ofAssembly)
            ? (AnalyzerReference)new AnalyzerFileReference(ofAssembly.Key.Location, new GeneratorAssembly(ofAssembly.Key))
            : new GeneratorReference([.. ofAssembly]));

    /// <inheritdoc />
    public void AddDependencyLocation(string fullPath)
    {
        // What the assembly needs is loaded with it.
    }

    /// <inheritdoc />
    public Assembly LoadFromPath(string fullPath) => assembly;

    private static bool IsGenerator(Type type) => type.IsDefined(typeof(GeneratorAttribute), inherit: false);
}
