using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>What stands behind an expression of a delegate type.</summary>
internal static class DelegateOperations
{
    /// <summary>The lambda that <paramref name="operation"/> is.</summary>
    public static IAnonymousFunctionOperation? Lambda(this IOperation operation) => operation.Unwrapped() switch
    {
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation { Target: var target } => target.Lambda(),
        _ => null,
    };

    /// <summary>The method group that <paramref name="operation"/> is.</summary>
    public static IMethodReferenceOperation? MethodGroup(this IOperation operation) => operation.Unwrapped() switch
    {
        IMethodReferenceOperation method => method,
        IDelegateCreationOperation { Target: var target } => target.MethodGroup(),
        _ => null,
    };
}
