using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>A call that makes an object of JSON, itself or in a method that it calls.</summary>
/// <param name="Json">The JSON, where it is read.</param>
/// <param name="Type">The type of the object.</param>
/// <param name="Calls">The calls that lead there.</param>
/// <param name="IsOfCaller">Whether only the caller says which type that is.</param>
internal readonly record struct JsonReading(IOperation Json, ITypeSymbol Type, ImmutableArray<IInvocationOperation> Calls, bool IsOfCaller);
