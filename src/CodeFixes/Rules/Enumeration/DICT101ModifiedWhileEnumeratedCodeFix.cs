using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>
/// Repairs DICT101: enumerate a snapshot; collect, then delete; <c>RemoveWhere</c>. The snapshot comes first because it is
/// always safe, and tools that fix in bulk take the first.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT101ModifiedWhileEnumeratedCodeFix))]
[Shared]
public sealed class DICT101ModifiedWhileEnumeratedCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair that enumerates a copy.</summary>
    public const string SnapshotKey = "DICT101.Snapshot";

    /// <summary>The equivalence key of the repair that removes after the loop.</summary>
    public const string CollectThenDeleteKey = "DICT101.CollectThenDelete";

    /// <summary>The equivalence key of the repair that replaces the loop by one call.</summary>
    public const string RemoveWhereKey = "DICT101.RemoveWhere";

    /// <summary>Creates the code fix.</summary>
    public DICT101ModifiedWhileEnumeratedCodeFix()
        : base(
            "DICT101",
            new RepairVariant(SnapshotKey, "Enumerate a snapshot", SnapshotRepair.Plan, PlaceOf),
            new RepairVariant(CollectThenDeleteKey, "Collect, then remove after the loop", CollectThenDeleteRepair.Plan, PlaceOf),
            new RepairVariant(RemoveWhereKey, "Remove with one call", RemoveWhereRepair.Plan, PlaceOf))
    {
    }

    // The enumerated expression and the loop or call that enumerates it.
    private static object PlaceOf(Diagnostic diagnostic) =>
        string.Join(" ", diagnostic.AdditionalLocations.Take(2).Select(location => location.SourceSpan.ToString()));
}
