using System;
using System.Collections.Immutable;
using System.Linq;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>A state of a test whose marks are read: files and expected diagnostics. The first project is the main one.</summary>
internal sealed record TestSolution(ImmutableArray<TestProject> Projects, ImmutableArray<DiagnosticResult> Expected)
{
    /// <summary>Whether the files are the same; what is expected in them may differ.</summary>
    public bool HasSameFiles(TestSolution other) =>
        Projects.Length == other.Projects.Length
        && Projects.Zip(other.Projects).All(pair =>
            pair.First.Name == pair.Second.Name
            && Same(pair.First.Sources, pair.Second.Sources)
            && Same(pair.First.AdditionalFiles, pair.Second.AdditionalFiles)
            && Same(pair.First.AnalyzerConfigFiles, pair.Second.AnalyzerConfigFiles));

    private static bool Same(ImmutableArray<TestFile> first, ImmutableArray<TestFile> second) =>
        first.Length == second.Length
        && first.Zip(second).All(pair => string.Equals(pair.First.Path, pair.Second.Path, StringComparison.Ordinal) && pair.First.Text.ContentEquals(pair.Second.Text));
}
