namespace DictionaryAnalyzers.Generators.Model;

/// <summary>What the values of a dictionary are.</summary>
internal enum DictionaryValues
{
    /// <summary><c>object</c>: the values of the members.</summary>
    Objects,

    /// <summary><c>string</c>: their invariant text.</summary>
    Text,

    /// <summary>Any other type: the members of that type.</summary>
    Typed,
}
