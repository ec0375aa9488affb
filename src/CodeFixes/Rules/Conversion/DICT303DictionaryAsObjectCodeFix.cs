using System.Collections.Generic;
using System.Composition;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT303: the dictionary becomes a record, and each use of a name a use of a property.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT303DictionaryAsObjectCodeFix))]
[Shared]
public sealed class DICT303DictionaryAsObjectCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string RecordKey = "DICT303.Record";

    /// <summary>Creates the code fix.</summary>
    public DICT303DictionaryAsObjectCodeFix()
        : base("DICT303", new RepairVariant(RecordKey, "Replace the dictionary by a record", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (context.Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is not { } place
            || context.OperationOf(place) is not IObjectCreationOperation creation
            || new FixedDictionaries(context.Facts).Of(creation, context.CancellationToken) is not { } found
            || RecordShape.Of(context, found) is not { } shape)
        {
            yield break;
        }

        // Without 'required' the members get a value that is replaced at once.
        foreach (var isRequired in new[] { true, false })
        {
            if (RecordRewriting.Of(context, shape, isRequired) is { } edits)
            {
                yield return new Repair(place, _ => { }) { Edits = edits };
            }
        }
    }
}
