using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Rules.Sharing;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Lets a retyped solution come to rest: what the rules of the package report of it that they did not report before is repaired by their
/// own repairs, such as a check and an act that become one call. All or nothing: what stays reported refuses the retyping.
/// </summary>
internal static class Settling
{
    // A repair may bring up another: 'GetOrAdd' where two calls were, then a value that others share.
    private const int Rounds = 4;

    private static readonly ImmutableArray<RuleCodeFix> Repairs =
    [
        new DICT204CheckThenActCodeFix(), new DICT205ConditionalRemovalCodeFix(), new DICT207RacyCopyCodeFix(), new DICT208WholeTableInLoopCodeFix(),
        new DICT212IgnoredOldValueCodeFix(),
    ];

    /// <summary>The solution at rest; null where something new stays reported, or it does not compile as cleanly as before.</summary>
    public static async Task<Solution?> OfAsync(Solution before, Solution retyped, ImmutableArray<DocumentId> documents, CancellationToken cancellationToken)
    {
        if (!await IsCleanAsync(before, retyped, documents, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var known = await PackageReports.InAsync(before, documents, cancellationToken).ConfigureAwait(false);
        for (var round = 0; round < Rounds; round++)
        {
            var reported = PackageReports.NewSince(known, await PackageReports.InAsync(retyped, documents, cancellationToken).ConfigureAwait(false));
            if (reported.IsEmpty)
            {
                return round == 0 || await IsCleanAsync(before, retyped, documents, cancellationToken).ConfigureAwait(false) ? retyped : null;
            }

            if (await RepairedAsync(retyped, reported, cancellationToken).ConfigureAwait(false) is not { } repaired)
            {
                return null;
            }

            retyped = repaired;
        }

        return null;
    }

    private static async Task<Solution?> RepairedAsync(
        Solution solution, ImmutableArray<(DocumentId Document, Diagnostic Diagnostic)> reported, CancellationToken cancellationToken)
    {
        // One rule a round, for the places of the others move.
        foreach (var same in reported.GroupBy(report => report.Diagnostic.Id).OrderBy(same => same.Key, System.StringComparer.Ordinal))
        {
            if (Repairs.FirstOrDefault(repair => repair.FixableDiagnosticIds.Contains(same.Key)) is not { } repair)
            {
                return null;
            }

            var repaired = solution;
            var done = new HashSet<DocumentId>();
            foreach (var inDocument in same.GroupBy(report => report.Document))
            {
                if (!done.Add(inDocument.Key) || repaired.GetDocument(inDocument.Key) is not { } document)
                {
                    continue;
                }

                var changed = await repair.RepairAsync(document, [.. inDocument.Select(report => report.Diagnostic)], cancellationToken).ConfigureAwait(false);
                if (changed == document || await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
                {
                    return null;
                }

                repaired = changed.Project.Solution;
                foreach (var id in document.GetLinkedDocumentIds())
                {
                    done.Add(id);
                    repaired = repaired.WithDocumentSyntaxRoot(id, root);
                }
            }

            return repaired;
        }

        return null;
    }

    private static async Task<bool> IsCleanAsync(Solution before, Solution after, ImmutableArray<DocumentId> documents, CancellationToken cancellationToken)
    {
        foreach (var project in documents.GroupBy(id => id.ProjectId))
        {
            var then = await CompilerComplaints.OfAsync(project.Select(id => before.GetDocument(id)!), cancellationToken).ConfigureAwait(false);
            var now = await CompilerComplaints.OfAsync(project.Select(id => after.GetDocument(id)!), cancellationToken).ConfigureAwait(false);
            if (!now.IsCoveredBy(then))
            {
                return false;
            }
        }

        return true;
    }
}
