using System.Composition;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT210: changes the value under a lock on it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT210SharedValueModifiedCodeFix))]
[Shared]
public sealed class DICT210SharedValueModifiedCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string LockValueKey = "DICT210.LockValue";

    /// <summary>Creates the code fix.</summary>
    public DICT210SharedValueModifiedCodeFix()
        : base("DICT210", new RepairVariant(LockValueKey, "Lock the value while it is changed", LockOnValueRepair.Plan, LockOnValueRepair.PlaceOf))
    {
    }
}
