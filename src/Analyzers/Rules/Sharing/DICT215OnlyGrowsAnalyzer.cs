using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT215: a dictionary of a static field or of a singleton gets entries under its callers' keys, and nothing ever takes one out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT215OnlyGrowsAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT215OnlyGrowsAnalyzer()
        : base(Descriptors.DICT215OnlyGrows)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var references = new ContainerReferences(model);
        registration.OnSymbol(context => Analyze(context, model, references), SymbolKind.Field, SymbolKind.Property);
    }

    private static void Analyze(SymbolAnalysisContext context, CompilationModel model, ContainerReferences references)
    {
        var symbol = context.Symbol;
        if (TypeOf(symbol) is not INamedTypeSymbol type || !model.Types.KindOf(type).HoldsPairs()
            || type.TypeArguments is not [var keyType, var valueType] || BoundedKeys.Are(keyType) || valueType.IsNamed("System", "WeakReference")
            || symbol.IsThreadStatic()
            || !(symbol.IsStatic || model.Instances.Of(symbol.ContainingType, context.CancellationToken) is not null)
            || references.Of(symbol, context.CancellationToken) is not { } places)
        {
            return;
        }

        DictionaryUse? growth = null;
        foreach (var place in places.Where(place => !IsInitializing(place)))
        {
            var use = DictionaryUse.Of(place, model.Types);
            if (place.Access() is not AccessKind.Read || use is { Verb: Verb.Remove or Verb.Clear } || IsBounded(place, use))
            {
                return;
            }

            growth ??= use is { Verb: Verb.Insert or Verb.InsertOrThrow or Verb.Upsert, Key: { } key } && ComesFromCaller(key, model)
                && !KeepingWrites.Keeps(use.Value.Operation, place, use.Value.Verb, model.Paths) ? use : null;
        }

        if (growth is { } found)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DICT215OnlyGrows, symbol.Locations[0], [found.Operation.Syntax.GetLocation()], symbol.Name, found.Key!.Syntax.Shortened()));
        }
    }

    private static bool IsInitializing(IOperation place) => TypeInitialization.Includes(place) || place.EnclosingBody() is IConstructorBodyOperation;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsConst: false } field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    // 'if (Cache.Count < Limit)', 'var count = Cache.Count;', 'Cache is { Count: < Limit }': somebody thought of a bound.
    private static bool IsBounded(IOperation place, DictionaryUse? use) => use is { Verb: Verb.Count, Operation.Parent: var asking }
        ? asking is IBinaryOperation or IIsPatternOperation or IVariableInitializerOperation or ISwitchOperation or ISwitchExpressionOperation or IConversionOperation { Parent: IBinaryOperation }
        : place.Parent is IIsPatternOperation { Pattern: var pattern } && pattern.DescendantsAndSelf().Any(part => part is IPropertySubpatternOperation);

    // A parameter of the method or lambda, or what is visibly computed from one. What another method makes of it may be one of a few.
    private static bool ComesFromCaller(IOperation key, CompilationModel model)
    {
        var origin = model.Paths.Origin(key);
        var parts = origin.DescendantsAndSelf().Select(part => part is ILocalReferenceOperation && part != origin ? model.Paths.Origin(part) : part).ToArray();
        return origin is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder or BinaryOperatorKind.And }
            && parts.Any(part => part is IParameterReferenceOperation { Type: { } type, Parameter: var parameter } && !BoundedKeys.Are(type) && !IsPlaceInCode(parameter))
            && !parts.Any(part => part is IInvocationOperation { TargetMethod.ContainingType: var owner } && owner?.ContainingNamespace?.Name is not ("System" or "IO" or "Text"));
    }

    // '[CallerMemberName] string member = ""': a program has only so many lines.
    private static bool IsPlaceInCode(IParameterSymbol parameter) => parameter.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "CallerMemberNameAttribute" or "CallerFilePathAttribute" or "CallerLineNumberAttribute" or "CallerArgumentExpressionAttribute" });
}
