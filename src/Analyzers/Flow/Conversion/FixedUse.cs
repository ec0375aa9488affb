using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One use of a member of a dictionary that is used as an object.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Key">The name of the member.</param>
/// <param name="Operation">The call, the access or the element of an initializer.</param>
/// <param name="Value">What is stored, where something is.</param>
internal readonly record struct FixedUse(FixedUseKind Kind, string Key, IOperation Operation, IOperation? Value);
