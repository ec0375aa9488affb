namespace DictionaryAnalyzers.Flow;

/// <summary>An access that the guard of a member does not protect.</summary>
/// <param name="Access">The access.</param>
/// <param name="Fault">In which way.</param>
internal sealed record UnguardedAccess(CollectionAccess Access, GuardFault Fault);
