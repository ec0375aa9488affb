namespace DictionaryAnalyzers.Flow;

/// <summary>Where a list of members comes from, as far as it costs.</summary>
internal enum ListOrigin
{
    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>Reflection makes it each time.</summary>
    Fresh,

    /// <summary>It is kept somewhere, and made once.</summary>
    Kept,
}
