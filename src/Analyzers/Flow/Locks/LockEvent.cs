using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>Something that happens to a lock in a block of a <see cref="LockFlow"/>.</summary>
/// <param name="Index">The number of the statement in its block.</param>
/// <param name="Verb">What happens; <see cref="LockVerb.AcquireScope"/> is the same as <see cref="LockVerb.Acquire"/> here.</param>
/// <param name="Lock">The number of the lock.</param>
/// <param name="Site">The number of the place.</param>
/// <param name="Flag">The number of the Boolean that tells whether the lock was taken; -1 for none.</param>
internal readonly record struct LockEvent(int Index, LockVerb Verb, int Lock, int Site, int Flag);
