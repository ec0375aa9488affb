using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Does the compiler warn of more after a fix than before?</summary>
internal static class CompilerWarnings
{
    public static void VerifyNoNew(
        ImmutableArray<ProjectDiagnostic> before, ImmutableArray<ProjectDiagnostic> after, ImmutableArray<DiagnosticResult> expected, IVerifier verifier)
    {
        // Places move and messages change with what a fix writes; the number of warnings of an id may not grow.
        var counts = before.Where(IsWarning).CountBy(found => found.Diagnostic.Id).ToDictionary();
        var added = after.Where(IsWarning)
            .GroupBy(found => found.Diagnostic.Id)
            .Where(group => !expected.Any(result => result.Id == group.Key) && group.Count() > (counts.TryGetValue(group.Key, out var count) ? count : 0))
            .SelectMany(group => group)
            .ToArray();
        if (added.Length > 0)
        {
            verifier.Fail(
                "The fix brings up warnings of the compiler that were not there before. Repair the fix, or mark them in the fixed code and set CompilerDiagnostics.Warnings.\n"
                + DiagnosticText.List(added.Select(found => found.Diagnostic)));
        }
    }

    private static bool IsWarning(ProjectDiagnostic found) => found.IsFromCompiler && found.Diagnostic.Severity == DiagnosticSeverity.Warning;
}
