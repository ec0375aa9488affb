namespace DictionaryAnalyzers.Generators.Model;

/// <summary>The form that a value takes in the dictionary.</summary>
internal enum ValueForm
{
    /// <summary>It is stored as it is.</summary>
    AsIs,

    /// <summary>Its invariant text.</summary>
    Text,

    /// <summary>The name of an enum value.</summary>
    EnumName,

    /// <summary>The number of an enum value, in the type that the enum is declared with.</summary>
    EnumNumber,

    /// <summary>A dictionary of the object's members.</summary>
    Object,

    /// <summary>A list of the elements in their form.</summary>
    Sequence,

    /// <summary>A dictionary with the same keys, as text, and the values in their form.</summary>
    Map,

    /// <summary>The members of the object are entries of the same dictionary.</summary>
    Inline,

    /// <summary>It lies too deep: it is not looked into.</summary>
    Cut,
}
