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
    /// <summary>The lambda itself; null for a method group or a stored delegate.</summary>
    public IAnonymousFunctionOperation? Lambda => Delegate.Lambda();
}
