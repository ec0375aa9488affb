using System.Collections.Immutable;

namespace DictionaryAnalyzers.Flow;

/// <summary>What one region of code does itself, and where it calls other code.</summary>
internal sealed record RegionEffects(ImmutableArray<Effect> Effects, ImmutableArray<CallSite> Calls);
