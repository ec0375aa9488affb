using System.Composition;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT209: tests again where the key is inserted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT209CheckAcrossAwaitCodeFix))]
[Shared]
public sealed class DICT209CheckAcrossAwaitCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string TestAgainKey = "DICT209.TestAgain";

    /// <summary>Creates the code fix.</summary>
    public DICT209CheckAcrossAwaitCodeFix()
        : base("DICT209", new RepairVariant(TestAgainKey, "Test again after the await", TestAgainRepair.Plan, TestAgainRepair.PlaceOf))
    {
    }
}
