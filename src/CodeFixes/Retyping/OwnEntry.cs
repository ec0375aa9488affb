using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Does a factory look at the very entry that it makes? It found none before; a Lazy is in the dictionary while its factory runs, and
/// asking it for its value from within is an error.
/// </summary>
internal static class OwnEntry
{
    public static bool IsUsedBy(CompilationModel facts, FactoryUse factory, CancellationToken cancellationToken)
    {
        var (body, parameters) = factory.Delegate switch
        {
            IAnonymousFunctionOperation lambda => ((IOperation?)lambda.Body, lambda.Symbol.Parameters),
            IMethodReferenceOperation { Method: var method } => (facts.Bodies.Of(method, cancellationToken)?.Operation, method.OriginalDefinition.Parameters),
            _ => (null, []),
        };
        if (body is null || factory.Call.Receiver()?.Unwrapped().ResolvedReceiver().Unwrapped() is not { } map || SymbolOf(map) is not { } symbol)
        {
            return false;
        }

        var key = factory.Call.Argument(0)?.Unwrapped();
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (DictionaryUse.TryGet(operation, facts.Types) is { } use && SymbolEqualityComparer.Default.Equals(SymbolOf(use.Receiver), symbol)
                && (use.Verb is Verb.Enumerate or Verb.EnumerateValues or Verb.Snapshot || (use.Key is { } asked && IsOwnKey(asked.Unwrapped()))))
            {
                return true;
            }
        }

        return false;

        bool IsOwnKey(IOperation asked) =>
            (asked is IParameterReferenceOperation parameter && parameters.FirstOrDefault() is { } own && SymbolEqualityComparer.Default.Equals(parameter.Parameter, own))
            || (key is not null && asked.Syntax.IsEquivalentTo(key.Syntax) && factory.Delegate is IAnonymousFunctionOperation);
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member.OriginalDefinition,
        IInvocationOperation call => call.TargetMethod.OriginalDefinition,
        _ => null,
    };
}
