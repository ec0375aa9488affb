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

    /// <summary>It is a part of an object that several threads have.</summary>
    Part,

    /// <summary>Code that runs on several threads at once captures it.</summary>
    Captured,
}
