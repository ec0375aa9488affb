using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Repairs DICT204: check and act become one call. Which call depends on what is done, and only one can be right; so there is one kind
/// of repair, and fixing in bulk repairs everything at once.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT204CheckThenActCodeFix))]
[Shared]
public sealed class DICT204CheckThenActCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string AtomicCallKey = "DICT204.AtomicCall";

    /// <summary>Creates the code fix.</summary>
    public DICT204CheckThenActCodeFix()
        : base("DICT204", new RepairVariant(AtomicCallKey, "Use one atomic call", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic) =>
        CheckThenActSite.Of(context, diagnostic) is not { } site ? [] : site.Found.Fault switch
        {
            ActFault.LostUpdate => AddOrUpdateRepair.Plan(site),
            ActFault.ReadThrows => FailedAddRepair.Plan(site).Concat(TryGetValueRepair.Plan(site)),
            ActFault.SecondValue or ActFault.Harmless or ActFault.KeepsOwnValue =>
                AddOrUpdateRepair.PlanOfInitialized(site).Concat(GetOrAddRepair.Plan(site)).Concat(TryAddRepair.Plan(site)).Concat(GetOrAddValueRepair.Plan(site)),
            ActFault.PassesTwice => TryAddRepair.Plan(site),
            _ => [],
        };
}
