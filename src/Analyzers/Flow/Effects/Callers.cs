using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers where the compilation calls a method or local function, or makes a delegate of it.</summary>
internal sealed class Callers(CompilationModel model)
{
    /// <summary>The calls of <paramref name="method"/> and the references to it that are known; none for a lambda.</summary>
    public IEnumerable<IOperation> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        if (method.MethodKind is MethodKind.LocalFunction)
        {
            return model.Bodies.Of(method, cancellationToken)?.Operation.Root().Descendants().Where(operation => Names(operation, method)) ?? [];
        }

        return method.MethodKind is MethodKind.Ordinary && model.Names.Of(method, cancellationToken) is { } uses
            ? uses.Where(use => use is IInvocationOperation or IMethodReferenceOperation && use.Parent is not INameOfOperation)
            : [];
    }

    /// <summary>What <paramref name="call"/> gives for a parameter of its callee; null for a reference.</summary>
    public static IOperation? Argument(IOperation call, IParameterSymbol parameter) => (call as IInvocationOperation)?.Argument(parameter.Ordinal);

    private static bool Names(IOperation operation, IMethodSymbol method) => operation switch
    {
        IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method),
        IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, method),
        _ => false,
    };
}
