namespace DictionaryAnalyzers.Vocabulary;

/// <summary>The kinds of locks, as far as they differ in how they are used.</summary>
internal enum LockFamily
{
    /// <summary>Any object, through <c>lock</c> or <c>Monitor</c>.</summary>
    Monitor,

    /// <summary><c>System.Threading.Lock</c>.</summary>
    Lock,

    /// <summary><c>SemaphoreSlim</c> and <c>Semaphore</c>, which are locks only with a count of one.</summary>
    Semaphore,

    /// <summary><c>Mutex</c>.</summary>
    Mutex,

    /// <summary><c>ReaderWriterLockSlim</c> and <c>ReaderWriterLock</c>.</summary>
    ReaderWriter,

    /// <summary><c>SpinLock</c>, a value that is a lock only where it is not copied.</summary>
    Spin,

    /// <summary>A lock of somebody else's making.</summary>
    Custom,
}
