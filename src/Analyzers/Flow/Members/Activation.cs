using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One body that running a region leads to, the region itself included.</summary>
/// <param name="Body">The region, or the body of the callee.</param>
/// <param name="Region">What the body does itself and what it calls.</param>
/// <param name="Frame">Tells the body's objects in terms of the region.</param>
/// <param name="Depth">The number of calls that lead to it.</param>
internal sealed record Activation(IOperation Body, RegionEffects Region, Frame Frame, int Depth);
