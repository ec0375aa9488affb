using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers;

/// <summary>The base of the repairs that put a generated mapper in the place of a conversion; fix-all makes each mapper once.</summary>
public abstract class MapperCodeFix : CodeFixProvider
{
    private const string Title = "Generate a mapper";

    private readonly string id;
    private readonly string key;
    private readonly Func<Document, SyntaxNode, CancellationToken, Task<Solution?>> repair;

    // The repair answers null where it is not certain, and then there is no light bulb.
    private protected MapperCodeFix(string id, string key, Func<Document, SyntaxNode, CancellationToken, Task<Solution?>> repair)
    {
        this.id = id;
        this.key = key;
        this.repair = repair;
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [id];

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new MapperFixAllProvider(Title, key, repair);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var conversion = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (await repair(context.Document, conversion, context.CancellationToken).ConfigureAwait(false) is { } repaired)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(repaired), key), diagnostic);
            }
        }
    }
}
