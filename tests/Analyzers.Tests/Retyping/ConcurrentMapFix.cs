using System.Composition;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>Retypes what <see cref="PlainDictionaryAnalyzer"/> reports to a ConcurrentDictionary.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcurrentMapFix))]
[Shared]
internal sealed class ConcurrentMapFix() : RetypingCodeFix(
    PlainDictionaryAnalyzer.Id,
    new RetypingVariant(Key, Key, (context, diagnostic) => ReportedDeclaration.At(context, diagnostic.Location), () => new ConcurrentMap()))
{
    public const string Key = "T202.ConcurrentDictionary";
}
