using System.Composition;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>Retypes what <see cref="PlainDictionaryAnalyzer"/> reports to a ConcurrentDictionary, and removes the lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WithoutLockFix))]
[Shared]
internal sealed class WithoutLockFix() : RetypingCodeFix(
    PlainDictionaryAnalyzer.Id,
    new RetypingVariant(Key, Key, (context, diagnostic) => ReportedDeclaration.At(context, diagnostic.Location), () => new ConcurrentMap()) { RemovesLock = true })
{
    public const string Key = "T202.WithoutLock";
}
