using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>
/// Keys for the members that diagnostics are about, in whatever documents those are declared: they stand at the additional locations, and a diagnostic
/// property has a key for each, a line each, which is empty where a name without a letter goes.
/// </summary>
internal static class MemberKeys
{
    /// <summary>The solution with these keys; null where a member stands where nothing can be written, or the result would not compile as before.</summary>
    public static async Task<Solution?> SetAsync(Solution solution, IEnumerable<Diagnostic> diagnostics, string property, CancellationToken cancellationToken)
    {
        var edits = new Dictionary<DocumentId, Dictionary<TextSpan, string>>();
        foreach (var diagnostic in diagnostics)
        {
            Collect(solution, diagnostic, property, edits);
        }

        var changed = solution;
        foreach (var inDocument in edits)
        {
            if (await ChangedAsync(solution.GetDocument(inDocument.Key)!, inDocument.Value, cancellationToken).ConfigureAwait(false) is not { } root)
            {
                return null;
            }

            changed = changed.WithDocumentSyntaxRoot(inDocument.Key, root);
        }

        return edits.Count > 0 && await IsSoundAsync(solution, changed, edits.Keys, cancellationToken).ConfigureAwait(false) ? changed : null;
    }

    // Two methods that map the same type are about the same members; one that shares only some of them with another waits for the next round.
    private static void Collect(Solution solution, Diagnostic diagnostic, string property, Dictionary<DocumentId, Dictionary<TextSpan, string>> edits)
    {
        var keys = diagnostic.Properties.TryGetValue(property, out var text) ? text?.Split('\n') : null;
        var members = diagnostic.AdditionalLocations.Select(location => (Document: solution.GetDocument(location.SourceTree), Place: location.SourceSpan)).ToArray();
        if (keys is null || members.Length == 0 || keys.Length != members.Length || members.Any(member => member.Document is null or SourceGeneratedDocument)
            || members.Any(member => edits.TryGetValue(member.Document!.Id, out var places) && places.ContainsKey(member.Place)))
        {
            return;
        }

        for (var i = 0; i < members.Length; i++)
        {
            var (document, place) = members[i];
            if (!edits.TryGetValue(document!.Id, out var places))
            {
                edits.Add(document.Id, places = []);
            }

            places[place] = keys[i];
        }
    }

    private static async Task<SyntaxNode?> ChangedAsync(Document document, Dictionary<TextSpan, string> places, CancellationToken cancellationToken)
    {
        if (await RepairContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } context)
        {
            return null;
        }

        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var edit in places)
        {
            if (MapperEdits.MemberAt(context, edit.Key) is not { } member)
            {
                return null;
            }

            if (edit.Value.Length > 0)
            {
                MapperEdits.SetKey(editor, context, member, edit.Value);
            }
            else
            {
                MapperEdits.RemoveNames(editor, context, member);
            }
        }

        return editor.GetChangedRoot();
    }

    // In all projects that compile these files.
    private static async Task<bool> IsSoundAsync(Solution solution, Solution changed, IReadOnlyCollection<DocumentId> documents, CancellationToken cancellationToken)
    {
        var views = documents.SelectMany(id => solution.GetDocument(id)!.GetLinkedDocumentIds().Select(view => (Id: view, Of: id))).Where(view => !documents.Contains(view.Id)).ToArray();
        foreach (var (id, of) in views)
        {
            changed = changed.WithDocumentText(id, await changed.GetDocument(of)!.GetTextAsync(cancellationToken).ConfigureAwait(false));
        }

        ImmutableArray<DocumentId> all = [.. documents, .. views.Select(view => view.Id)];
        var before = await CompilerComplaints.OfAsync(all.Select(id => solution.GetDocument(id)!), cancellationToken).ConfigureAwait(false);
        var after = await CompilerComplaints.OfAsync(all.Select(id => changed.GetDocument(id)!), cancellationToken).ConfigureAwait(false);
        return after.IsCoveredBy(before);
    }
}
