namespace DictionaryAnalyzers.Vocabulary;

/// <summary>What a call does to a lock.</summary>
internal enum LockVerb
{
    /// <summary>Takes it; it is held when the call, or the <c>await</c> of it, returns.</summary>
    Acquire,

    /// <summary>Takes it if it can, and tells in a Boolean whether it did.</summary>
    TryAcquire,

    /// <summary>Takes it and gives an object whose <c>Dispose</c> gives it back.</summary>
    AcquireScope,

    /// <summary>Gives it back.</summary>
    Release,

    /// <summary>Gives it back and takes it again before it returns: <c>Monitor.Wait</c>.</summary>
    Pause,
}
