using System.Composition;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT202: the dictionary becomes one that threads may share, or publishes copies that never change, or gets a lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT202SharedWriteCodeFix))]
[Shared]
public sealed class DICT202SharedWriteCodeFix : RetypingCodeFix
{
    /// <summary>The equivalence key of the repair that makes it a ConcurrentDictionary.</summary>
    public const string ConcurrentDictionaryKey = "DICT202.ConcurrentDictionary";

    /// <summary>The equivalence key of the repair that publishes copies.</summary>
    public const string PublishCopyKey = "DICT202.PublishCopy";

    /// <summary>The equivalence key of the repair that locks.</summary>
    public const string LockKey = "DICT202.Lock";

    /// <summary>The equivalence key of the repair that makes a set one, where the option <c>retype_sets</c> asks for it.</summary>
    public const string ConcurrentSetKey = "DICT202.ConcurrentSet";

    /// <summary>Creates the code fix.</summary>
    public DICT202SharedWriteCodeFix()
        : base(
            "DICT202",
            [new RepairVariant(LockKey, "Lock the dictionary's accesses", LockFieldRepair.Plan, LockFieldRepair.PlaceOf)],
            new RetypingVariant(ConcurrentDictionaryKey, "Change to ConcurrentDictionary", DeclarationOf, () => new ConcurrentMap()),
            new RetypingVariant(PublishCopyKey, "Publish a copy of the table", DeclarationOf, () => new PublishedCopy()),
            ConcurrentSet.Variant(ConcurrentSetKey, DeclarationOf)) =>
        OffersRetypingFirst = true;

    private static ISymbol? DeclarationOf(RepairContext context, Diagnostic diagnostic) => ReportedDeclaration.OfUse(context, diagnostic.Location);
}
