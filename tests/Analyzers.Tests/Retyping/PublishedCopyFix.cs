using System.Composition;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>Lets what <see cref="PlainDictionaryAnalyzer"/> reports publish copies.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublishedCopyFix))]
[Shared]
internal sealed class PublishedCopyFix() : RetypingCodeFix(
    PlainDictionaryAnalyzer.Id,
    new RetypingVariant(Key, Key, (context, diagnostic) => ReportedDeclaration.At(context, diagnostic.Location), () => new PublishedCopy()))
{
    public const string Key = "T202.PublishCopy";
}
