using System.Composition;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT201: takes a lock around each access to the dictionary.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT201CapturedDictionaryCodeFix))]
[Shared]
public sealed class DICT201CapturedDictionaryCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string LockKey = "DICT201.Lock";

    /// <summary>Creates the code fix.</summary>
    public DICT201CapturedDictionaryCodeFix()
        : base("DICT201", new RepairVariant(LockKey, "Lock the dictionary's accesses", LockDictionaryRepair.Plan, LockDictionaryRepair.PlaceOf))
    {
    }
}
