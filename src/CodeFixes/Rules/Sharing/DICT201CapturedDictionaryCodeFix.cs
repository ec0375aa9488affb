using System.Collections.Generic;
using System.Composition;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT201: takes a lock around each access to the dictionary, or makes it one that threads may share.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT201CapturedDictionaryCodeFix))]
[Shared]
public sealed class DICT201CapturedDictionaryCodeFix : RetypingCodeFix
{
    /// <summary>The equivalence key of the repair that locks.</summary>
    public const string LockKey = "DICT201.Lock";

    /// <summary>The equivalence key of the repair that makes it a ConcurrentDictionary.</summary>
    public const string ConcurrentDictionaryKey = "DICT201.ConcurrentDictionary";

    /// <summary>The equivalence key of the repair that makes a set one, where the option <c>retype_sets</c> asks for it.</summary>
    public const string ConcurrentSetKey = "DICT201.ConcurrentSet";

    /// <summary>Creates the code fix.</summary>
    public DICT201CapturedDictionaryCodeFix()
        : base(
            "DICT201",
            [new RepairVariant(LockKey, "Lock the dictionary's accesses", PlanLock, LockDictionaryRepair.PlaceOf)],
            new RetypingVariant(ConcurrentDictionaryKey, "Change to ConcurrentDictionary", DeclarationOf, () => new ConcurrentMap()),
            ConcurrentSet.Variant(ConcurrentSetKey, DeclarationOf))
    {
    }

    private static IEnumerable<Repair> PlanLock(RepairContext context, Diagnostic diagnostic) =>
        [.. LockDictionaryRepair.Plan(context, diagnostic), .. LockFieldRepair.Plan(context, DeclarationOf(context, diagnostic))];

    private static ISymbol? DeclarationOf(RepairContext context, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations is [var dictionary, ..] ? ReportedDeclaration.At(context, dictionary) : null;
}
