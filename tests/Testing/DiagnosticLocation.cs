using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing;

/// <summary>Where a diagnostic is expected.</summary>
/// <param name="Span">The place; its path is empty for the first source.</param>
/// <param name="Options">How the place is compared.</param>
public readonly record struct DiagnosticLocation(FileLinePositionSpan Span, DiagnosticLocationOptions Options);
