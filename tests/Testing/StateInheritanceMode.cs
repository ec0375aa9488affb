namespace DictionaryAnalyzers.Testing;

/// <summary>What a state takes over from the one before it where it says nothing itself.</summary>
public enum StateInheritanceMode
{
    /// <summary>Nothing.</summary>
    Explicit = 0,

    /// <summary>Everything; of the expected diagnostics only those that the code fix does not repair.</summary>
    AutoInherit = 1,

    /// <summary>Everything.</summary>
    AutoInheritAll = 2,
}
