using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Editing;

/// <summary>What all rules of the package report in some documents: a repair that mends one thing must not bring up another.</summary>
internal static class PackageReports
{
    /// <summary>Every rule of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RuleAnalyzer)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)),
    ];

    /// <summary>The reports in these documents, each with its document.</summary>
    public static async Task<ImmutableArray<(DocumentId Document, Diagnostic Diagnostic)>> InAsync(
        Solution solution, IEnumerable<DocumentId> documents, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(DocumentId, Diagnostic)>();
        foreach (var inProject in documents.GroupBy(id => id.ProjectId))
        {
            if (solution.GetProject(inProject.Key) is not { } project || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            {
                continue;
            }

            var run = compilation.WithAnalyzers(Rules, new CompilationWithAnalyzersOptions(project.AnalyzerOptions, null, false, false));
            foreach (var id in inProject)
            {
                if (project.GetDocument(id) is { } document && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model)
                {
                    var reported = await run.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancellationToken).ConfigureAwait(false);
                    found.AddRange(reported.Where(diagnostic => !diagnostic.IsSuppressed).Select(diagnostic => (id, diagnostic)));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What is reported now and was not before. Lines may have moved; a rule, a document and a message tell a report.</summary>
    public static ImmutableArray<(DocumentId Document, Diagnostic Diagnostic)> NewSince(
        ImmutableArray<(DocumentId Document, Diagnostic Diagnostic)> before, ImmutableArray<(DocumentId Document, Diagnostic Diagnostic)> after)
    {
        var known = before.GroupBy(KeyOf).ToDictionary(same => same.Key, same => same.Count());
        return
        [
            .. after.Where(report =>
            {
                var key = KeyOf(report);
                known.TryGetValue(key, out var left);
                known[key] = left - 1;
                return left <= 0;
            }),
        ];
    }

    private static (DocumentId, string, string) KeyOf((DocumentId Document, Diagnostic Diagnostic) report) =>
        (report.Document, report.Diagnostic.Id, report.Diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
}
