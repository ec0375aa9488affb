using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Options;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT213: a static table is filled once, looked up afterwards, and not frozen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT213UnfrozenDictionaryAnalyzer : RuleAnalyzer
{
    /// <summary>The property that says that the initializer alone fills the table.</summary>
    public const string FilledByInitializerKey = "FilledByInitializer";

    /// <summary>Creates the rule.</summary>
    public DICT213UnfrozenDictionaryAnalyzer()
        : base(Descriptors.DICT213UnfrozenDictionary)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasFrozenDictionary;

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var references = new ContainerReferences(model);
        registration.OnSymbol(context => Analyze(context, model, references), SymbolKind.Field, SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context, CompilationModel model, ContainerReferences references)
    {
        var symbol = context.Symbol;
        if (symbol is not (IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null })
            || !IsKept(symbol) || symbol.IsThreadStatic()
            || !IsTable(symbol, model, context)
            || !TargetFrameworks.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).All(FrameworkDetection.HasFrozenCollections)
            || references.Of(symbol, context.CancellationToken) is not { } places)
        {
            return;
        }

        var isLookedUp = false;
        var isFilledLater = false;
        foreach (var place in places)
        {
            var isInitializing = TypeInitialization.Includes(place);
            if (DictionaryUse.Of(place, model.Types) is not { } use)
            {
                // 'Map = Build();' in the static constructor
                if (!isInitializing)
                {
                    return;
                }

                isFilledLater = true;
                continue;
            }

            isFilledLater |= use.Verb.Modifies();
            isLookedUp |= !isInitializing && use.Verb is Verb.Lookup or Verb.Contains;
            if (!isInitializing && use.Verb is not (Verb.Lookup or Verb.Contains or Verb.Count))
            {
                // A frozen table gives its entries in another order.
                return;
            }
        }

        if (isLookedUp)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DICT213UnfrozenDictionary,
                symbol.Locations[0],
                isFilledLater ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(FilledByInitializerKey, "true"),
                symbol.Name));
        }
    }

    // 'static Dictionary<string, int> Map => new() { .. };' makes one every time.
    private static bool IsKept(ISymbol symbol) => symbol is IFieldSymbol
        || symbol.DeclaringSyntaxReferences.All(declaration => declaration.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
            && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }));

    // A Dictionary or HashSet, and nothing derived from one.
    private static bool IsTable(ISymbol symbol, CompilationModel model, SymbolAnalysisContext context)
    {
        var type = symbol is IFieldSymbol field ? field.Type : ((IPropertySymbol)symbol).Type;
        return model.Types.KindOf(type) switch
        {
            CollectionKind.Dictionary or CollectionKind.HashSet => model.Types.IsKnown((INamedTypeSymbol)type),
            CollectionKind.Interface => type.Name is "IDictionary" or "IReadOnlyDictionary" or "ISet" or "IReadOnlySet"
                && model.Members.WritesOf(symbol, context.CancellationToken) is { AreComplete: true, Values: [{ } sole] }
                && model.Types.KindOf(sole.Unwrapped().Type) is CollectionKind.Dictionary or CollectionKind.HashSet,
            _ => false,
        };
    }
}
