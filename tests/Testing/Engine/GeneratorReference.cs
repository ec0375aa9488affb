using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Source generators, in the form in which a project refers to them.</summary>
internal sealed class GeneratorReference(ImmutableArray<Type> types) : AnalyzerReference
{
    // The workspace knows a generator by its instance.
    private readonly ImmutableArray<ISourceGenerator> _generators =
    [
        .. types.Select(type => Activator.CreateInstance(type) switch
        {
            IIncrementalGenerator incremental => incremental.AsSourceGenerator(),
            ISourceGenerator generator => generator,
            _ => throw new VerificationException($"'{type}' is no source generator."),
        }),
    ];

    public override string? FullPath => null;

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}
