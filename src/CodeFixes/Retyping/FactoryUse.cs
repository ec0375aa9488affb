using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>A delegate that makes a value for the dictionary, where it is handed over.</summary>
/// <param name="Call">The call that it is handed to.</param>
/// <param name="Delegate">The lambda, method group or delegate.</param>
/// <param name="DelegateType">The delegate's type, before the change.</param>
/// <param name="Parameters">What the delegate is given.</param>
internal sealed record FactoryUse(
    IInvocationOperation Call, IOperation Delegate, INamedTypeSymbol DelegateType, ImmutableArray<ElementRole> Parameters)
{
    /// <summary>The type of the value that it makes, before the change.</summary>
    public ITypeSymbol ValueType => DelegateType.DelegateInvokeMethod!.ReturnType;

    /// <summary>Whether it makes a new value of an old one.</summary>
    public bool IsUpdate => Parameters.Contains(ElementRole.Value);
}
