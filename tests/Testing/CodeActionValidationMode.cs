namespace DictionaryAnalyzers.Testing;

/// <summary>How closely the tree that a fix built must match the tree that its text parses to.</summary>
public enum CodeActionValidationMode
{
    /// <summary>Not compared.</summary>
    None = 0,

    /// <summary>The same nodes and tokens; white space and comments may hang elsewhere.</summary>
    SemanticStructure = 1,

    /// <summary>The same nodes, tokens and trivia.</summary>
    Full = 2,
}
