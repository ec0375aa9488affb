using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT309: a key of its own decides between two names, and a name without a letter goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT309NamingConflictCodeFix))]
[Shared]
public sealed class DICT309NamingConflictCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string DecideKeyKey = "DICT309.DecideKey";

    /// <summary>Creates the code fix.</summary>
    public DICT309NamingConflictCodeFix()
        : base("DICT309", new RepairVariant(DecideKeyKey, "Say which key is meant", Plan, PlaceOf))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        var keys = diagnostic.Properties.TryGetValue(DICT309NamingConflictAnalyzer.KeysKey, out var text) ? text?.Split('\n') : null;
        var members = diagnostic.AdditionalLocations.Select(location => MapperEdits.MemberAt(context, location)).ToArray();
        if (keys is null || members.Length == 0 || keys.Length != members.Length || members.Contains(null))
        {
            yield break;
        }

        yield return new Repair(members[0]!, editor =>
        {
            for (var i = 0; i < members.Length; i++)
            {
                if (keys[i].Length > 0)
                {
                    MapperEdits.SetKey(editor, context, members[i]!, keys[i]);
                }
                else
                {
                    RemoveNames(editor, context, members[i]!);
                }
            }
        })
        {
            Rewrites = [.. members.Select(member => member!.Span)],
        };
    }

    private static void RemoveNames(DocumentEditor editor, RepairContext context, SyntaxNode member)
    {
        foreach (var attribute in member.DescendantNodes().OfType<AttributeSyntax>())
        {
            if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => IsEmpty(argument.Expression, context)) is not { } empty
                || context.Model.GetTypeInfo(attribute, context.CancellationToken).Type is not { } type)
            {
                continue;
            }

            if (TypeNames.Is(type, KnownAttributes.JsonName))
            {
                AttributeEdits.Remove(editor, attribute);
            }
            else if (TypeNames.Is(type, KnownAttributes.DataMember))
            {
                editor.RemoveNode(attribute.ArgumentList!.Arguments.Count == 1 ? attribute.ArgumentList : empty, SyntaxRemoveOptions.KeepNoTrivia);
            }
        }
    }

    private static bool IsEmpty(ExpressionSyntax expression, RepairContext context) =>
        context.Model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: null or "" };

    // Two methods that map the same type have the same conflict.
    private static object PlaceOf(Diagnostic diagnostic) => (diagnostic.AdditionalLocations is [{ } first, ..] ? first : diagnostic.Location).SourceSpan;
}
