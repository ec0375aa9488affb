using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Do the other analyzers of the package report more after a fix than before?</summary>
internal static class Companions
{
    public static async Task VerifyNoNewAsync(
        ImmutableArray<DiagnosticAnalyzer> underTest, ImmutableArray<DiagnosticAnalyzer> companions, ImmutableArray<string> allowed,
        Solution before, Solution after, IVerifier verifier, CancellationToken cancellationToken)
    {
        // What the analyzers under test report is marked in the test.
        ImmutableArray<DiagnosticAnalyzer> others = [.. companions.Where(companion => underTest.All(analyzer => analyzer.GetType() != companion.GetType()))];
        ImmutableArray<string> ids = [.. others.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Except(allowed).Distinct()];
        if (ids.IsEmpty)
        {
            return;
        }

        var collector = new DiagnosticCollector(others, verifier);
        var reported = await collector.WithIdsAsync(after, ids, cancellationToken).ConfigureAwait(false);
        if (reported.IsEmpty)
        {
            return;
        }

        var counts = (await collector.WithIdsAsync(before, ids, cancellationToken).ConfigureAwait(false)).CountBy(found => found.Diagnostic.Id).ToDictionary();
        var added = reported
            .GroupBy(found => found.Diagnostic.Id)
            .Where(group => group.Count() > (counts.TryGetValue(group.Key, out var count) ? count : 0))
            .SelectMany(group => group)
            .ToArray();
        if (added.Length > 0)
        {
            verifier.Fail(
                "The fix brings up reports of other rules that were not there before. Repair the fix, or name their ids in Extra.NewReports.\n"
                + DiagnosticText.List(added.Select(found => found.Diagnostic)));
        }
    }
}
