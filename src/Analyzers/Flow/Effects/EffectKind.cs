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

    /// <summary>Adds a handler to an event.</summary>
    Subscribes,
}
