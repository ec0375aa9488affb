using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT212: <c>AddOrUpdate</c> is given the same value for a key that is there and for one that is not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT212IgnoredOldValueAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT212IgnoredOldValueAnalyzer()
        : base(Descriptors.DICT212IgnoredOldValue)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasConcurrentDictionary;

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        registration.OnOperation(context => Analyze(context, model), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, CompilationModel model)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not "AddOrUpdate" || call.TargetMethod.Parameters.Length < 3
            || DictionaryUse.TryGet(call, model.Types) is not { Kind: CollectionKind.ConcurrentDictionary, Key: { } key } use

            // A derived type can have an indexer of its own.
            || use.Receiver.Type is not INamedTypeSymbol type || !model.Types.IsKnown(type)
            || call.Argument(2)?.Lambda() is not { } update || SoleValue(update) is not { } updated
            || call.Argument(1) is not { } addition)
        {
            return;
        }

        var add = addition.Lambda();
        var isFactory = call.TargetMethod.OriginalDefinition.Parameters[1].Type is not ITypeParameterSymbol;
        if (isFactory && add is null || (isFactory ? SoleValue(add!) : addition) is not { } added)
        {
            return;
        }

        var meanings = new Dictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
        var argument = call.Argument(3);
        Explain(meanings, update, 0, key);
        Explain(meanings, update, 2, argument);
        Explain(meanings, isFactory ? add : null, 0, key);
        Explain(meanings, isFactory ? add : null, 1, argument);
        if (new StableValues(model.Bodies.Around(call).Locals, call, meanings).AreSame(added, updated))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DICT212IgnoredOldValue,
                call.Syntax.GetLocation(),
                [added.Syntax.GetLocation()],
                use.Receiver.Syntax.ToString(),
                use.Receiver.Syntax + "[" + key.Syntax + "] = " + InTermsOfCall(added, meanings)));
        }
    }

    // 'k => k.Length' is 'name.Length' where the key is 'name'.
    private static SyntaxNode InTermsOfCall(IOperation value, Dictionary<ISymbol, IOperation> meanings)
    {
        var meant = value.DescendantsAndSelf().OfType<IParameterReferenceOperation>()
            .Where(reference => meanings.ContainsKey(reference.Parameter))
            .ToDictionary(reference => reference.Syntax, reference => meanings[reference.Parameter].Syntax);
        return value.Syntax.ReplaceNodes(meant.Keys, (name, _) => meant[name]);
    }

    private static void Explain(Dictionary<ISymbol, IOperation> meanings, IAnonymousFunctionOperation? lambda, int ordinal, IOperation? meaning)
    {
        if (meaning is not null && lambda?.Symbol.Parameters.ElementAtOrDefault(ordinal) is { } parameter)
        {
            meanings[parameter] = meaning;
        }
    }

    // The value of a lambda that does nothing else than to give one.
    private static IOperation? SoleValue(IAnonymousFunctionOperation lambda) =>
        !lambda.Symbol.IsAsync && lambda.Body.Operations is [IReturnOperation { ReturnedValue: { } value }] ? value : null;
}
