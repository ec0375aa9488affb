using System.Composition;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Repairs DICT209: tests again where the key is inserted, under the lock that is there; or the dictionary holds the tasks, so that all
/// who ask for a key wait for the same one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT209CheckAcrossAwaitCodeFix))]
[Shared]
public sealed class DICT209CheckAcrossAwaitCodeFix : RetypingCodeFix
{
    // The test, the await, the insertion, and the dictionary.
    private const int Dictionary = 3;

    /// <summary>The equivalence key of the second test.</summary>
    public const string TestAgainKey = "DICT209.TestAgain";

    /// <summary>The equivalence key of the dictionary of tasks.</summary>
    public const string SharedTasksKey = "DICT209.SharedTasks";

    /// <summary>Creates the code fix.</summary>
    public DICT209CheckAcrossAwaitCodeFix()
        : base(
            "DICT209",
            [new RepairVariant(TestAgainKey, "Test again after the await", TestAgainRepair.Plan, TestAgainRepair.PlaceOf)],
            new RetypingVariant(SharedTasksKey, "Keep the tasks in a ConcurrentDictionary, one for each key", DeclarationOf, () => new SharedTasks()))
    {
    }

    private static ISymbol? DeclarationOf(RepairContext context, Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations.Count > Dictionary ? ReportedDeclaration.At(context, diagnostic.AdditionalLocations[Dictionary]) : null;
}
