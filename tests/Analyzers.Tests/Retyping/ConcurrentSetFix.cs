using System.Composition;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>Retypes the sets that <see cref="PlainDictionaryAnalyzer"/> reports to a ConcurrentDictionary without values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConcurrentSetFix))]
[Shared]
internal sealed class ConcurrentSetFix() : RetypingCodeFix(
    PlainDictionaryAnalyzer.Id,
    new RetypingVariant(Key, Key, (context, diagnostic) => ReportedDeclaration.At(context, diagnostic.Location), () => new ConcurrentSet()))
{
    public const string Key = "T202.ConcurrentSet";
}
