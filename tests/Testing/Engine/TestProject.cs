using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>A project of a test whose marks are read: what the compiler sees.</summary>
internal sealed record TestProject(
    string Name,
    ReferenceAssemblies ReferenceAssemblies,
    OutputKind? OutputKind,
    DocumentationMode? DocumentationMode,
    ImmutableArray<TestFile> Sources,
    ImmutableArray<TestFile> AdditionalFiles,
    ImmutableArray<TestFile> AnalyzerConfigFiles,
    ImmutableArray<MetadataReference> References,
    ImmutableArray<string> ProjectReferences);

/// <summary>A file without marks.</summary>
internal sealed record TestFile(string Path, SourceText Text);
