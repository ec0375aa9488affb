using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One effect of a value factory.</summary>
/// <param name="Kind">What kind of effect it is.</param>
/// <param name="Deed">What the factory does, as the middle of a sentence.</param>
/// <param name="Operation">Where it is done.</param>
/// <param name="In">The callee in which it is done; null where the factory itself does it.</param>
internal sealed record FactoryEffect(FactoryEffectKind Kind, string Deed, IOperation Operation, IMethodSymbol? In);
