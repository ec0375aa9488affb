namespace DictionaryAnalyzers.Flow;

/// <summary>Why several threads have the same object.</summary>
internal enum SharingReason
{
    /// <summary>It is registered as a singleton.</summary>
    Singleton,

    /// <summary>The host runs it beside everything else.</summary>
    Hosted,

    /// <summary>All requests go through it.</summary>
    Middleware,

    /// <summary>A static field or property holds it.</summary>
    StaticHolder,

    /// <summary>An attribute says so.</summary>
    Marked,
}
