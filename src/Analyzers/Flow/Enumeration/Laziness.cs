namespace DictionaryAnalyzers.Flow;

/// <summary>When a sequence operator reads its source: as its own result is read, all of it before the first element, or at the call.</summary>
internal enum Laziness
{
    /// <summary>Not an operator that is known.</summary>
    Unknown,

    /// <summary>Reads the source element by element while the result is enumerated: it protects from nothing.</summary>
    Defers,

    /// <summary>Reads the whole source before it gives its first element: the source may change afterwards.</summary>
    Buffers,

    /// <summary>Reads the source at the call and has ended when the call returns.</summary>
    Consumes,
}
