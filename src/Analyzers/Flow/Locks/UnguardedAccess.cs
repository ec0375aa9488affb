namespace DictionaryAnalyzers.Flow;

/// <summary>An access that the guard of a member does not protect.</summary>
/// <param name="Access">The access.</param>
/// <param name="Fault">In which way.</param>
/// <param name="IsHeld">Whether the lock is held there nevertheless: for reading, or until a view leaves it.</param>
internal sealed record UnguardedAccess(CollectionAccess Access, GuardFault Fault, bool IsHeld);
