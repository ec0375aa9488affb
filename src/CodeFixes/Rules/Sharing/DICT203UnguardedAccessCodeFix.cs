using System.Composition;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Repairs DICT203: the access takes the lock that the others hold, or a live view becomes a copy; or the dictionary becomes one that
/// needs no lock, and the lock stays, or goes where nothing needs it any more.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT203UnguardedAccessCodeFix))]
[Shared]
public sealed class DICT203UnguardedAccessCodeFix : RetypingCodeFix
{
    /// <summary>The equivalence key of the lock around the access.</summary>
    public const string LockKey = "DICT203.Lock";

    /// <summary>The equivalence key of the copy in place of a live view.</summary>
    public const string SnapshotKey = "DICT203.Snapshot";

    /// <summary>The equivalence key of the repair that keeps the lock.</summary>
    public const string ConcurrentDictionaryKey = "DICT203.ConcurrentDictionary";

    /// <summary>The equivalence key of the repair that removes the lock.</summary>
    public const string ConcurrentDictionaryWithoutLockKey = "DICT203.ConcurrentDictionaryWithoutLock";

    /// <summary>The equivalence key of the repair that makes a set one, where the option <c>retype_sets</c> asks for it.</summary>
    public const string ConcurrentSetKey = "DICT203.ConcurrentSet";

    /// <summary>Creates the code fix.</summary>
    public DICT203UnguardedAccessCodeFix()
        : base(
            "DICT203",
            [
                new RepairVariant(LockKey, "Take the lock that the other accesses hold", LockAccessRepair.Plan, LockAccessRepair.PlaceOf),
                new RepairVariant(SnapshotKey, "Return a copy that is made under the lock", LockAccessRepair.PlanSnapshot, LockAccessRepair.PlaceOf),
            ],
            new RetypingVariant(ConcurrentDictionaryKey, "Change to ConcurrentDictionary", DeclarationOf, () => new ConcurrentMap()),
            new RetypingVariant(ConcurrentDictionaryWithoutLockKey, "Change to ConcurrentDictionary and remove the lock", DeclarationOf, () => new ConcurrentMap()) { RemovesLock = true },
            ConcurrentSet.Variant(ConcurrentSetKey, DeclarationOf))
    {
    }

    private static ISymbol? DeclarationOf(RepairContext context, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations is [var reference, ..] ? ReportedDeclaration.At(context, reference) : null;
}
