using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>A diagnostic and the project that it was reported for.</summary>
internal sealed record ProjectDiagnostic(Project Project, Diagnostic Diagnostic)
{
    /// <summary>Whether the compiler reports it, and not an analyzer.</summary>
    public bool IsFromCompiler => IsCompilerId(Diagnostic);

    /// <summary>Everything that tells two diagnostics apart, as text.</summary>
    public string Identity { get; } = Describe(Project, Diagnostic);

    /// <summary>Whether a diagnostic was made by the compiler.</summary>
    public static bool IsCompilerId(Diagnostic diagnostic) =>
        diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    private static string Describe(Project project, Diagnostic diagnostic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{project.Name}|{Place(diagnostic.Location)}|{diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
        + $"|{string.Join(";", diagnostic.AdditionalLocations.Select(Place))}|{string.Join(";", diagnostic.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"))}"
        + $"|{diagnostic.IsSuppressed}");

    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1},{span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1})";
    }
}
