using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>The edits of one file, in every project that has it.</summary>
internal sealed record FileEdits(
    ImmutableArray<DocumentId> Documents, TextEdits Edits, ImmutableArray<(string Namespace, int? Holder)> Namespaces, string EndOfLine)
{
    /// <summary>
    /// Brings the views of a file together that several projects have. What one project's code needs, another one's must need as well,
    /// unless the compiler does not see it there; empty where the views contradict each other.
    /// </summary>
    public static ImmutableArray<FileEdits> Merge(RetypingScope scope)
    {
        var merged = ImmutableArray.CreateBuilder<FileEdits>();
        var done = new HashSet<DocumentId>();
        if (scope.Documents.Values.Any(document => IsUsedInDeadCode(scope, document)))
        {
            return [];
        }

        foreach (var document in scope.Documents.Values.OrderBy(candidate => candidate.Document.FilePath ?? candidate.Document.Name, StringComparer.Ordinal))
        {
            if (document.Edits.Count == 0 || done.Contains(document.Document.Id))
            {
                continue;
            }

            var edits = new TextEdits();
            ImmutableArray<DocumentId> ids = [document.Document.Id, .. document.Document.GetLinkedDocumentIds()];
            done.UnionWith(ids);
            foreach (var id in ids)
            {
                if (!scope.Documents.TryGetValue(id, out var view))
                {
                    return [];
                }

                edits.Add(view.Edits);
            }

            var views = ids.Select(id => scope.Documents[id]).ToArray();
            if (edits.HaveConflict() || edits.All.Any(edit => views.Any(view => !view.Edits.Contains(edit) && !IsDisabled(view, edit.Span))))
            {
                return [];
            }

            merged.Add(new FileEdits(ids, edits, [.. views.SelectMany(view => view.Namespaces).Distinct().OrderBy(missing => missing.Namespace, StringComparer.Ordinal)], document.Context.EndOfLine));
        }

        return merged.ToImmutable();
    }

    // A use that no project compiles cannot be translated, and would not compile any more where somebody does.
    private static bool IsUsedInDeadCode(RetypingScope scope, RetypedDocument document)
    {
        if (!document.Root.ContainsDirectives)
        {
            return false;
        }

        var others = document.Document.GetLinkedDocumentIds().Where(scope.Documents.ContainsKey).Select(id => scope.Documents[id]).ToArray();
        return document.Root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            .SelectMany(trivia => SyntaxFactory.ParseTokens(trivia.ToString())
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && scope.Names.Contains(token.ValueText))
                .Select(token => new TextSpan(trivia.SpanStart + token.SpanStart, token.Span.Length)))
            .Any(name => others.All(other => IsDisabled(other, name)));
    }

    private static bool IsDisabled(RetypedDocument view, TextSpan span) =>
        view.Root.ContainsDirectives && view.Root.FindTrivia(span.Start).IsKind(SyntaxKind.DisabledTextTrivia);
}
