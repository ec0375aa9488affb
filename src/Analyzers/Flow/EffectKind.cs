namespace DictionaryAnalyzers.Flow;

/// <summary>What a body can do to an object.</summary>
internal enum EffectKind
{
    /// <summary>Changes the contents of a collection.</summary>
    Modifies,

    /// <summary>Walks a collection.</summary>
    Enumerates,

    /// <summary>Makes a variable or member denote another object.</summary>
    Assigns,

    /// <summary>Hands the object to where it may be kept: stores it, returns it, captures it, passes it to unknown code.</summary>
    Escapes,
}
