using System.Collections.Generic;
using System.Composition;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT305: gives the second of two members a key of its own, or leaves it out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT305ClashingKeyCodeFix))]
[Shared]
public sealed class DICT305ClashingKeyCodeFix : MemberKeyCodeFix
{
    /// <summary>The equivalence key of the repair that gives it a key.</summary>
    public const string RenameKeyKey = "DICT305.RenameKey";

    /// <summary>The equivalence key of the repair that leaves it out.</summary>
    public const string ExcludeKey = "DICT305.Exclude";

    /// <summary>Creates the code fix.</summary>
    public DICT305ClashingKeyCodeFix()
        : base(
            "DICT305",
            "Rename the key",
            RenameKeyKey,
            DICT305ClashingKeyAnalyzer.KeysKey,
            new RepairVariant(ExcludeKey, "Exclude one of them", PlanExclusion, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> PlanExclusion(RepairContext context, Diagnostic diagnostic)
    {
        if (MapperEdits.MethodAt(context, diagnostic.Location) is { } method
            && MapperEdits.Exclude(context, method, MapperEdits.Lines(diagnostic, DICT305ClashingKeyAnalyzer.PathsKey)) is { } repair)
        {
            yield return repair;
        }
    }
}
