namespace DictionaryAnalyzers.Flow;

/// <summary>In which way an access is not protected by a lock.</summary>
internal enum GuardFault
{
    /// <summary>The lock is not held.</summary>
    NotHeld,

    /// <summary>It changes the collection and holds the lock in a mode that lets readers in.</summary>
    HeldForReading,

    /// <summary>What reads the collection is given out of the lock and reads it later.</summary>
    Leaves,
}
