using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT305: gives the second of two members a key of its own, or leaves it out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT305ClashingKeyCodeFix))]
[Shared]
public sealed class DICT305ClashingKeyCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair that gives it a key.</summary>
    public const string RenameKeyKey = "DICT305.RenameKey";

    /// <summary>The equivalence key of the repair that leaves it out.</summary>
    public const string ExcludeKey = "DICT305.Exclude";

    /// <summary>Creates the code fix.</summary>
    public DICT305ClashingKeyCodeFix()
        : base(
            "DICT305",
            new RepairVariant(RenameKeyKey, "Rename the key", PlanRenaming, MembersOf),
            new RepairVariant(ExcludeKey, "Exclude one of them", PlanExclusion, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> PlanRenaming(RepairContext context, Diagnostic diagnostic)
    {
        var keys = MapperEdits.Lines(diagnostic, DICT305ClashingKeyAnalyzer.KeysKey);
        var members = diagnostic.AdditionalLocations.Select(location => MapperEdits.MemberAt(context, location)).ToArray();
        if (keys.Length == 0 || keys.Length != members.Length || members.Contains(null))
        {
            yield break;
        }

        yield return new Repair(members[0]!, editor =>
        {
            for (var i = 0; i < members.Length; i++)
            {
                MapperEdits.SetKey(editor, context, members[i]!, keys[i]);
            }
        })
        {
            Rewrites = [.. members.Select(member => member!.Span)],
        };
    }

    private static IEnumerable<Repair> PlanExclusion(RepairContext context, Diagnostic diagnostic)
    {
        if (MapperEdits.MethodAt(context, diagnostic.Location) is { } method
            && MapperEdits.Exclude(context, method, MapperEdits.Lines(diagnostic, DICT305ClashingKeyAnalyzer.PathsKey)) is { } repair)
        {
            yield return repair;
        }
    }

    // Two methods that map the same type have the same clash.
    private static object MembersOf(Diagnostic diagnostic) =>
        diagnostic.AdditionalLocations is [{ } first, ..] ? first.SourceSpan : diagnostic.Location.SourceSpan;
}
