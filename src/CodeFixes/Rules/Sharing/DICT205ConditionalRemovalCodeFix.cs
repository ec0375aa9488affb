using System.Composition;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT205: removes only the pair that was tested.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT205ConditionalRemovalCodeFix))]
[Shared]
public sealed class DICT205ConditionalRemovalCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string RemovePairKey = "DICT205.RemovePair";

    /// <summary>Creates the code fix.</summary>
    public DICT205ConditionalRemovalCodeFix()
        : base("DICT205", new RepairVariant(RemovePairKey, "Remove only the pair that was tested", PairRemovalRepair.Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }
}
