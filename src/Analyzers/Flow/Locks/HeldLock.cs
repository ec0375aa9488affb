using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>A lock that is held.</summary>
/// <param name="Path">The lock object.</param>
/// <param name="Mode">Whom it keeps out.</param>
internal sealed record HeldLock(InstancePath Path, LockMode Mode);
