using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>What the stand-ins have in common: an edit of a class, shared by the single action and fix-all.</summary>
internal abstract class NameFix(params NameFix.Offer[] offers) : CodeFixProvider
{
    /// <summary>An action: its title, its key, and what it makes of a class.</summary>
    internal sealed record Offer(string Title, string? Key, Func<ClassDeclarationSyntax, ClassDeclarationSyntax> Change);

    public sealed override ImmutableArray<string> FixableDiagnosticIds => ["T001"];

    public override FixAllProvider? GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await ChangeAsync(document, diagnostics.Where(IsPossible), offers.First(offer => offer.Key == context.CodeActionEquivalenceKey), context.CancellationToken));

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var offer in offers)
        {
            if (IsPossible(context.Diagnostics[0]))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(offer.Title, ct => ChangeAsync(context.Document, context.Diagnostics, offer, ct), offer.Key), context.Diagnostics);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>A change of the name.</summary>
    protected static Func<ClassDeclarationSyntax, ClassDeclarationSyntax> Rename(Func<string, string> change) => type =>
        type.WithIdentifier(SyntaxFactory.Identifier(change(type.Identifier.ValueText)).WithTriviaFrom(type.Identifier));

    protected virtual bool IsPossible(Diagnostic diagnostic) => true;

    protected static async Task<Document> ChangeAsync(Document document, IEnumerable<Diagnostic> diagnostics, Offer offer, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken);
        foreach (var diagnostic in diagnostics)
        {
            var type = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>()!;
            editor.ReplaceNode(type, (current, _) => offer.Change((ClassDeclarationSyntax)current));
        }

        return editor.GetChangedDocument();
    }
}
