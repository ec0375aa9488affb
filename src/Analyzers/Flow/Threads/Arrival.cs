using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One way in which a place of a type's code comes to run.</summary>
/// <param name="Places">The place itself, then the calls and launches that lead to it, from the inside out.</param>
/// <param name="Runs">The concurrent runs among them, from the inside out.</param>
/// <param name="Kind">Where the way begins.</param>
/// <param name="Entry">The method where it begins; null where it is not known.</param>
internal sealed record Arrival(ImmutableArray<IOperation> Places, ImmutableArray<DelegateRun> Runs, ArrivalKind Kind, IMethodSymbol? Entry);
