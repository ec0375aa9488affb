using System.Composition;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT206: the values become <c>Lazy</c>, so that of the factories that race for a key one runs, once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT206FactoryWithEffectCodeFix))]
[Shared]
public sealed class DICT206FactoryWithEffectCodeFix : RetypingCodeFix
{
    /// <summary>The equivalence key of the repair that forgets a factory that threw, as before.</summary>
    public const string LazyValuesKey = "DICT206.LazyValues";

    /// <summary>The equivalence key of the repair that keeps the exception of a factory for its key.</summary>
    public const string LazyValuesKeepingExceptionsKey = "DICT206.LazyValuesKeepingExceptions";

    /// <summary>Creates the code fix.</summary>
    public DICT206FactoryWithEffectCodeFix()
        : base(
            "DICT206",
            new RetypingVariant(LazyValuesKey, "Make the values Lazy", DeclarationOf, () => new LazyValues(keepsExceptions: false)),
            new RetypingVariant(LazyValuesKeepingExceptionsKey, "Make the values Lazy, and keep a factory's exception for its key", DeclarationOf, () => new LazyValues(keepsExceptions: true)))
    {
    }

    // A Lazy around a value that is there already makes it no later.
    private static ISymbol? DeclarationOf(RepairContext context, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations is [var call, ..]
        && !(diagnostic.Properties.TryGetValue(DICT206FactoryWithEffectAnalyzer.EffectProperty, out var effect) && effect == nameof(FactoryEffectKind.Each))
            ? ReportedDeclaration.OfReceiver(context, call)
            : null;
}
