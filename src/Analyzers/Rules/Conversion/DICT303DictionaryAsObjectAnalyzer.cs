using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>DICT303: a dictionary of names and anything is used as an object with fixed members.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT303DictionaryAsObjectAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT303DictionaryAsObjectAnalyzer()
        : base(Descriptors.DICT303DictionaryAsObject)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasCollections && !TestFrameworks.IsReferencedBy(model.Compilation);

    private protected override void Register(RuleRegistration registration)
    {
        var dictionaries = new FixedDictionaries(registration.Model);
        registration.OnOperation(context => Analyze(context, dictionaries), OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationContext context, FixedDictionaries dictionaries)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!FixedDictionaries.IsCandidate(creation) || dictionaries.Of(creation, context.CancellationToken) is not { } found)
        {
            return;
        }

        var keys = found.Keys.ToArray();
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT303DictionaryAsObject,
            PlaceOf(creation.Syntax),
            NameOf(found),
            string.Join(", ", keys.Take(4).Select(key => $"\"{key}\"")) + (keys.Length > 4 ? ", .." : string.Empty)));
    }

    // The 'new' and its type, without the entries.
    private static Location PlaceOf(SyntaxNode creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } made => Location.Create(made.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(made.NewKeyword.SpanStart, type.Span.End)),
        ImplicitObjectCreationExpressionSyntax made => made.NewKeyword.GetLocation(),
        _ => creation.GetLocation(),
    };

    private static string NameOf(FixedDictionary found) =>
        (found.Carriers.FirstOrDefault(carrier => carrier is IMethodSymbol) ?? found.Carriers.FirstOrDefault())?.Name ?? "Dictionary";
}
