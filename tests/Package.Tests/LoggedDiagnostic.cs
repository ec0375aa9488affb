namespace DictionaryAnalyzers.Package.Tests;

/// <summary>One diagnostic as a build printed it. The line is zero where none was printed.</summary>
internal sealed record LoggedDiagnostic(string Project, string File, int Line, string Severity, string Id, string Message);
