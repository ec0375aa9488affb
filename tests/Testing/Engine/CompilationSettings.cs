using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Compiler options under which every rule under test runs.</summary>
internal static class CompilationSettings
{
    public static CSharpCompilationOptions Apply(
        CSharpCompilationOptions options, ImmutableArray<DiagnosticDescriptor> descriptors, IEnumerable<string> disabledIds)
    {
        var levels = options.SpecificDiagnosticOptions.ToBuilder();

        // Rules that are off by default are on in their tests. The others keep their default, so that an editorconfig file can change it.
        foreach (var descriptor in descriptors.Where(descriptor => !descriptor.IsEnabledByDefault))
        {
            levels.TryAdd(descriptor.Id, ToReport(descriptor.DefaultSeverity));
        }

        foreach (var id in disabledIds)
        {
            levels[id] = ReportDiagnostic.Suppress;
        }

        // Roslyn does not tell of an exception in an analyzer where this is off.
        levels["AD0001"] = ReportDiagnostic.Error;
        return options.WithSpecificDiagnosticOptions(levels.ToImmutable());
    }

    private static ReportDiagnostic ToReport(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Hidden,
    };
}
