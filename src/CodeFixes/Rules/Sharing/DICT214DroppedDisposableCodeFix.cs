using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT214: takes the value out and disposes of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT214DroppedDisposableCodeFix))]
[Shared]
public sealed class DICT214DroppedDisposableCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string DisposeKey = "DICT214.Dispose";

    /// <summary>Creates the code fix.</summary>
    public DICT214DroppedDisposableCodeFix()
        : base("DICT214", new RepairVariant(DisposeKey, "Take it out and dispose of it", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (context.Find<ExpressionSyntax>(diagnostic.Location) is not { } site
            || UseAt(context, site) is not { } use || KnownTypes.ValueTypeOf(use.Receiver.Type) is not { } valueType
            || IsUsedLater(use, valueType))
        {
            return [];
        }

        var disposal = new ValueDisposal(context, use, valueType);
        return use.Verb switch
        {
            Verb.Clear => new ClearedValuesRepair(disposal).Plan(site),
            Verb.Upsert => ReplacedValueRepair.Plan(disposal, site),
            _ => new RemovedValueRepair(disposal).Plan(site),
        };
    }

    private static DictionaryUse? UseAt(RepairContext context, ExpressionSyntax site)
    {
        var place = site is AssignmentExpressionSyntax { Left: var target } ? target : site;
        return context.OperationOf(place) is { } operation ? DictionaryUse.TryGet(operation, context.Facts.Types) : null;
    }

    // 'map.Remove(id); source.Cancel();': it has to live on until then. A new one is another.
    private static bool IsUsedLater(DictionaryUse use, ITypeSymbol valueType)
    {
        var stored = use.Value?.Unwrapped();
        return use.Operation.EnclosingBody().Descendants().Any(operation =>
            operation is not (IObjectCreationOperation or IConversionOperation or IAssignmentOperation)
            && operation.Syntax.SpanStart > use.Operation.Syntax.Span.End
            && SymbolEqualityComparer.Default.Equals(operation.Type, valueType)
            && operation != stored && operation.Access() is not AccessKind.Write);
    }
}
