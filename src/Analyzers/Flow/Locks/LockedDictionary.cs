using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A ConcurrentDictionary that is used as a lock.</summary>
/// <param name="Expression">The locked expression.</param>
/// <param name="Unlocked">A use of the dictionary that takes no lock; null where only its other holders can tell.</param>
/// <param name="IsNeedless">Whether every stay in this lock is one call of the dictionary, which is atomic by itself.</param>
internal readonly record struct LockedDictionary(IOperation Expression, DictionaryUse? Unlocked, bool IsNeedless);
