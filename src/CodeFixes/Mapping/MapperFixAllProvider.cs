using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Mapping;

/// <summary>Replaces one conversion after the other on the changed solution, so that each finds the mappers that those before it have made.</summary>
internal sealed class MapperFixAllProvider(string title, string key, Func<Document, SyntaxNode, CancellationToken, Task<Solution?>> repair) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellationToken => FixAllAsync(fixAllContext.WithCancellationToken(cancellationToken)), key));

    private async Task<Solution> FixAllAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var marks = new List<(DocumentId Document, SyntaxAnnotation Mark)>();
        foreach (var inDocument in (await RetypingFixAllProvider.DiagnosticsAsync(context).ConfigureAwait(false)).GroupBy(diagnostic => context.Solution.GetDocument(diagnostic.Location.SourceTree)))
        {
            if (inDocument.Key is null or SourceGeneratedDocument || await inDocument.Key.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            var found = inDocument.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .Select(diagnostic => (Node: root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), Mark: new SyntaxAnnotation()))
                .GroupBy(place => place.Node).Select(same => same.First()).ToArray();
            marks.AddRange(found.Select(place => (inDocument.Key.Id, place.Mark)));
            solution = solution.WithDocumentSyntaxRoot(
                inDocument.Key.Id,
                root.ReplaceNodes(found.Select(place => place.Node), (original, rewritten) => rewritten.WithAdditionalAnnotations(found.First(place => place.Node == original).Mark)));
        }

        foreach (var (id, mark) in marks)
        {
            if (solution.GetDocument(id) is { } document && await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
                && root.GetAnnotatedNodes(mark).FirstOrDefault() is { } node
                && await repair(document, node, context.CancellationToken).ConfigureAwait(false) is { } repaired)
            {
                solution = repaired;
            }
        }

        return solution;
    }
}
