using System.Composition;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Tests.Retyping;

/// <summary>Retypes what <see cref="FactoryCallAnalyzer"/> reports.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LazyValuesFix))]
[Shared]
internal sealed class LazyValuesFix() : RetypingCodeFix(
    FactoryCallAnalyzer.Id,
    Variant(Key, keepsExceptions: false),
    Variant(KeepExceptionsKey, keepsExceptions: true))
{
    public const string Key = "T206.LazyValues";

    public const string KeepExceptionsKey = "T206.KeepExceptions";

    private static RetypingVariant Variant(string key, bool keepsExceptions) => new(
        key, key, (context, diagnostic) => ReportedDeclaration.OfReceiver(context, diagnostic.AdditionalLocations[0]), () => new LazyValues(keepsExceptions));
}
