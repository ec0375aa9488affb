using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Does an editor show for each document what the build reports for it?</summary>
internal static class LiveView
{
    public static async Task VerifyAsync(
        DiagnosticCollector collector, Solution solution, ImmutableArray<ProjectDiagnostic> build, IVerifier verifier, CancellationToken cancellationToken)
    {
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            var inBuild = build
                .Where(found => !found.IsFromCompiler && found.Project.Id == document.Project.Id && found.Diagnostic.Location.SourceTree?.FilePath == tree?.FilePath)
                .Where(found => found.Diagnostic.Location.SourceTree is not null)
                .ToImmutableArray();
            var live = await collector.LiveAsync(document, cancellationToken).ConfigureAwait(false);
            var onlyInBuild = Without(inBuild, live);
            if (onlyInBuild.Length > 0)
            {
                verifier.Fail(
                    $"The build reports this in {document.FilePath}, and an editor that looks at that document does not show it:\n"
                    + DiagnosticText.List(onlyInBuild.Select(found => found.Diagnostic))
                    + "Report it from an operation, syntax or symbol action (or a symbol end action) of this document. What is reported at the end of the compilation, "
                    + "or while another document is analyzed, or by a symbol action outside the symbol that it was called for, never shows while typing. Extra.LiveMode = false leaves this check out.");
            }

            var onlyLive = Without(live, inBuild);
            if (onlyLive.Length > 0)
            {
                verifier.Fail(
                    $"An editor shows this in {document.FilePath}, and the build does not report it:\n"
                    + DiagnosticText.List(onlyLive.Select(found => found.Diagnostic))
                    + "Does the rule decide by what it has seen of other documents? An editor shows it only one. Extra.LiveMode = false leaves this check out.");
            }
        }
    }

    private static ImmutableArray<ProjectDiagnostic> Without(ImmutableArray<ProjectDiagnostic> all, ImmutableArray<ProjectDiagnostic> others)
    {
        // Multisets: the same diagnostic twice is not the same as once.
        var counts = others.GroupBy(found => found.Identity).ToDictionary(group => group.Key, group => group.Count());
        return [.. all.GroupBy(found => found.Identity).SelectMany(group => group.Skip(counts.TryGetValue(group.Key, out var count) ? count : 0))];
    }
}
