namespace DictionaryAnalyzers.Flow;

/// <summary>What is known of one lock at one place of a <see cref="LockFlow"/>.</summary>
/// <param name="Lock">The number of the lock.</param>
/// <param name="Depth">How many times it has been taken and not given back.</param>
/// <param name="Sites">The places, a bit each, where it may have been taken: the same set means the same stay in the lock.</param>
/// <param name="Flag">The number of the Boolean that tells whether it is held; -1 where none does.</param>
/// <param name="IsCertain">Whether it is held; otherwise it is held exactly where the flag is true.</param>
internal readonly record struct LockHold(int Lock, int Depth, ulong Sites, int Flag, bool IsCertain);
