using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Does a factory, or what it calls, see the very entry that it makes? It found none before; a Lazy is in the dictionary while its
/// factory runs: it is counted, it is among the keys, and asking it for its value from within is an error.
/// </summary>
internal static class OwnEntry
{
    public static bool IsUsedBy(CompilationModel facts, FactoryUse factory, CancellationToken cancellationToken)
    {
        var (body, parameters) = factory.Delegate switch
        {
            IAnonymousFunctionOperation lambda => ((IOperation?)lambda, lambda.Symbol.Parameters),
            IMethodReferenceOperation { Method: var method } => (facts.Bodies.Of(method, cancellationToken)?.Operation, method.OriginalDefinition.Parameters),
            _ => (null, []),
        };
        if (body is null || factory.Call.Receiver()?.Unwrapped().ResolvedReceiver().Unwrapped() is not { } map || SymbolOf(map) is not { } symbol)
        {
            return false;
        }

        var type = body.SemanticModel?.GetEnclosingSymbol(body.Syntax.SpanStart, cancellationToken)?.ContainingType;
        var own = parameters.IsEmpty ? null : InstancePath.OfSymbol(parameters[0]);
        var asked = facts.Paths.Read(factory.Call.Argument(0), cancellationToken);
        return facts.Search.Activations(body, type, (_, _) => true, cancellationToken).Any(activation =>
            activation.Body.DescendantsAndSelf().Any(operation => operation.Syntax != factory.Call.Syntax
                && DictionaryUse.TryGet(operation, facts.Types) is { } use && SymbolEqualityComparer.Default.Equals(SymbolOf(use.Receiver.Unwrapped()), symbol)
                && (use.Key is not { } key || IsOwnKey(activation.Frame, key))));

        bool IsOwnKey(Frame frame, IOperation key) => frame.Read(key, cancellationToken) is { } path && (path.Equals(own) || path.Equals(asked));
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
