using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT307: leaves the sensitive members out, or lists all that is mapped, them too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT307SensitiveMemberCodeFix))]
[Shared]
public sealed class DICT307SensitiveMemberCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair that leaves them out.</summary>
    public const string ExcludeKey = "DICT307.Exclude";

    /// <summary>The equivalence key of the repair that lists them.</summary>
    public const string ListMembersKey = "DICT307.ListMembers";

    /// <summary>Creates the code fix.</summary>
    public DICT307SensitiveMemberCodeFix()
        : base(
            "DICT307",
            new RepairVariant(ExcludeKey, "Exclude the sensitive members", PlanExclusion, diagnostic => diagnostic.Location.SourceSpan),
            new RepairVariant(ListMembersKey, "List what is mapped", PlanList, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> PlanExclusion(RepairContext context, Diagnostic diagnostic)
    {
        if (MapperEdits.MethodAt(context, diagnostic.Location) is { } method
            && MapperEdits.Exclude(context, method, MapperEdits.Lines(diagnostic, DICT307SensitiveMemberAnalyzer.PathsKey)) is { } repair)
        {
            yield return repair;
        }
    }

    private static IEnumerable<Repair> PlanList(RepairContext context, Diagnostic diagnostic)
    {
        var mapped = MapperEdits.Lines(diagnostic, DICT307SensitiveMemberAnalyzer.MappedKey);
        if (mapped.Length > 0 && MapperEdits.MethodAt(context, diagnostic.Location) is { } method
            && MapperEdits.Set(context, method, OptionsReader.Include, AttributeEdits.List(context, mapped.Select(AttributeEdits.Quoted), method)) is { } repair)
        {
            yield return repair;
        }
    }
}
