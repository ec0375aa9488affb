namespace DictionaryAnalyzers.Flow;

/// <summary>A lock that is held somewhere, and since when.</summary>
/// <param name="Held">The lock.</param>
/// <param name="Sites">The places, a bit each, where the body may have taken it; the first bit is the caller.</param>
internal sealed record LockStay(HeldLock Held, ulong Sites)
{
    /// <summary>The caller holds it.</summary>
    public const ulong ByCaller = 1;
}
