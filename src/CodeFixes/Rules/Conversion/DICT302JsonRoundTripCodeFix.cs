using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using DictionaryAnalyzers.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT302: a generated mapper takes the place of the way through JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT302JsonRoundTripCodeFix))]
[Shared]
public sealed class DICT302JsonRoundTripCodeFix : CodeFixProvider
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string MapperKey = "DICT302.Mapper";

    private const string Title = "Generate a mapper";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => ["DICT302"];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => new MapperFixAllProvider(Title, MapperKey, JsonMapperRepair.ApplyAsync);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
                && await JsonMapperRepair.ApplyAsync(context.Document, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), context.CancellationToken).ConfigureAwait(false) is { } repaired)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(repaired), MapperKey), diagnostic);
            }
        }
    }
}
