using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>What one run of a test works with.</summary>
internal sealed record TestSession(ImmutableArray<DiagnosticAnalyzer> Analyzers, MarkupReader Reader, SolutionFactory Factory);

/// <summary>A state whose diagnostics are as expected, and all that was reported in it.</summary>
internal sealed record VerifiedState(Solution Solution, ImmutableArray<ProjectDiagnostic> Reported);
