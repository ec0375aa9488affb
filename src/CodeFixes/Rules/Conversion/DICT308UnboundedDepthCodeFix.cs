using System.Collections.Generic;
using System.Composition;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT308: sets a depth, beside the option that makes the mapper look into objects.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT308UnboundedDepthCodeFix))]
[Shared]
public sealed class DICT308UnboundedDepthCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string SetMaxDepthKey = "DICT308.SetMaxDepth";

    private const string MaxDepth = "MaxDepth";

    /// <summary>Creates the code fix.</summary>
    public DICT308UnboundedDepthCodeFix()
        : base("DICT308", new RepairVariant(SetMaxDepthKey, "Set MaxDepth", Plan, PlaceOf))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(DICT308UnboundedDepthAnalyzer.DepthKey, out var depth) || depth is null
            || MapperEdits.MethodAt(context, diagnostic.Location) is not { } method)
        {
            yield break;
        }

        if (diagnostic.AdditionalLocations is [{ } asked] && context.Find<AttributeSyntax>(asked) is { } attribute)
        {
            yield return new Repair(attribute, editor => AttributeEdits.SetArgument(editor, attribute, MaxDepth, depth));
        }
        else if (MapperEdits.Set(context, method, MaxDepth, depth) is { } repair)
        {
            yield return repair;
        }
    }

    // The methods that share the options of their class are repaired together.
    private static object PlaceOf(Diagnostic diagnostic) => (diagnostic.AdditionalLocations is [{ } asked] ? asked : diagnostic.Location).SourceSpan;
}
