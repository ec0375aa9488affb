namespace DictionaryAnalyzers.Flow;

/// <summary>What becomes of an object where an expression denotes it.</summary>
internal enum ValueFate
{
    /// <summary>It is asked or told something, compared, or kept in a local.</summary>
    Used,

    /// <summary>It is disposed of, or closed.</summary>
    Disposed,

    /// <summary>Other code is given it, and may keep it or dispose of it.</summary>
    HandedOn,

    /// <summary>It leaves the method: returned, or stored in a field.</summary>
    Leaves,
}
