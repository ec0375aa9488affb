namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Whom a lock keeps out while it is held.</summary>
internal enum LockMode
{
    /// <summary>Writers only: the read mode of a reader-writer lock.</summary>
    Shared,

    /// <summary>Writers and others that may become writers, but not readers: the upgradeable mode of a reader-writer lock.</summary>
    Upgradeable,

    /// <summary>Everybody.</summary>
    Exclusive,
}
