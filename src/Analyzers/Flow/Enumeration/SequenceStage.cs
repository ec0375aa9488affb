using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>One delegate that an operator runs for each element.</summary>
/// <param name="Operator">The call that was given the delegate.</param>
/// <param name="Delegate">The delegate, beneath conversions.</param>
/// <param name="View">What the elements are that the delegate gets.</param>
/// <param name="ElementOrdinals">Which of the delegate's parameters get the element, or the parts of a deconstructed pair.</param>
internal sealed record SequenceStage(
    IInvocationOperation Operator, IOperation Delegate, SequenceView View, ImmutableArray<int> ElementOrdinals)
{
    /// <summary>The lambda or method group that runs, where the delegate is one; null for a delegate that is kept somewhere.</summary>
    public IOperation? Region => (IOperation?)Delegate.Lambda() ?? Delegate.MethodGroup();

    /// <summary>The parameters of what runs.</summary>
    public ImmutableArray<IParameterSymbol> Parameters => Region switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol.Parameters,
        IMethodReferenceOperation group => group.Method.Parameters,
        _ => [],
    };
}
