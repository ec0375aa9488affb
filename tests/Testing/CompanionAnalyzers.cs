using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing;

/// <summary>
/// The analyzers that ship together with the one under test. A code fix that mends one report must not bring up another, so every test of
/// a code fix runs them too, over the code before and after.
/// </summary>
public static class CompanionAnalyzers
{
    /// <summary>The companions of every test that names none; a test assembly sets them once, when it is loaded.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Default { get; set; } = [];

    /// <summary>All analyzers of an assembly, but for those that only suppress.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> In(Assembly assembly)
    {
        System.ArgumentNullException.ThrowIfNull(assembly);
        return
        [
            .. assembly.GetTypes()
                .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
                .Select(type => (DiagnosticAnalyzer)System.Activator.CreateInstance(type)!),
        ];
    }
}
