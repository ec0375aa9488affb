using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>The texts of all files of a solution.</summary>
internal static class SolutionText
{
    /// <summary>Whether any file differs.</summary>
    public static async Task<bool> DifferAsync(Solution first, Solution second, CancellationToken cancellationToken) =>
        await OneTextAsync(first, cancellationToken).ConfigureAwait(false) != await OneTextAsync(second, cancellationToken).ConfigureAwait(false);

    /// <summary>All files as one text.</summary>
    public static async Task<string> OneTextAsync(Solution solution, CancellationToken cancellationToken)
    {
        var all = new StringBuilder();
        foreach (var (path, text) in await FilesAsync(solution, cancellationToken).ConfigureAwait(false))
        {
            all.Append(path).Append('\0').Append(text).Append('\0');
        }

        return all.ToString();
    }

    /// <summary>Fails when the files of a solution are not the expected ones, with the lines that differ.</summary>
    public static async Task VerifyAsync(Solution expected, Solution actual, IVerifier verifier, CancellationToken cancellationToken)
    {
        var wanted = await FilesAsync(expected, cancellationToken).ConfigureAwait(false);
        var given = await FilesAsync(actual, cancellationToken).ConfigureAwait(false);
        var message = new StringBuilder();
        foreach (var path in wanted.Keys.Union(given.Keys).Order(StringComparer.Ordinal))
        {
            if (!given.TryGetValue(path, out var text))
            {
                message.Append(CultureInfo.InvariantCulture, $"\n{path} is expected, and the fix does not leave it there.\n");
            }
            else if (!wanted.TryGetValue(path, out var want))
            {
                message.Append(CultureInfo.InvariantCulture, $"\n{path} is not expected, and the fix adds it:\n{text}\n");
            }
            else if (want != text)
            {
                message.Append(CultureInfo.InvariantCulture, $"\n{path}:\n").Append(LineDiff.Between(want, text, "expected", "after the fix")).Append(CultureInfo.InvariantCulture, $"\nThe whole file after the fix:\n{text}\n");
            }
        }

        if (message.Length == 0)
        {
            return;
        }

        var errors = await DiagnosticCollector.CompileErrorsAsync(actual, cancellationToken).ConfigureAwait(false);
        var known = (await DiagnosticCollector.CompileErrorsAsync(expected, cancellationToken).ConfigureAwait(false)).Select(error => error.Id).ToHashSet();
        var added = errors.Where(error => !known.Contains(error.Id)).ToArray();
        verifier.Fail(
            "The fixed code is not the expected one.\n" + message
            + (added.Length > 0 ? $"\nIt does not compile either:\n{DiagnosticText.List(added)}" : ""));
    }

    private static async Task<SortedDictionary<string, string>> FilesAsync(Solution solution, CancellationToken cancellationToken)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in solution.Projects.SelectMany(project => project.Documents.Concat(project.AdditionalDocuments).Concat(project.AnalyzerConfigDocuments)))
        {
            var path = document.FilePath ?? $"/{document.Project.Name}/{string.Concat(document.Folders.Select(folder => folder + "/"))}{document.Name}";
            var key = solution.ProjectIds.Count > 1 ? $"{path} (project {document.Project.Name})" : path;
            files[key] = (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
        }

        return files;
    }
}
