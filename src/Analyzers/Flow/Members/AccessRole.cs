namespace DictionaryAnalyzers.Flow;

/// <summary>What an access means for the question which lock guards something.</summary>
internal enum AccessRole
{
    /// <summary>It shows which lock people take; whether it needs one is not known.</summary>
    Witnesses,

    /// <summary>It reads.</summary>
    Reads,

    /// <summary>It changes.</summary>
    Writes,
}
