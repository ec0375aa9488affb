using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A creation or call whose result becomes a body's result or a part of it.</summary>
/// <param name="Operation">The creation or call.</param>
/// <param name="In">The callee in which it stands; null for the body itself.</param>
/// <param name="IsAwaited">Whether not the task that it gives but the task's result is meant.</param>
internal sealed record ProducedValue(IOperation Operation, IMethodSymbol? In, bool IsAwaited);
