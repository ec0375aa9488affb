namespace DictionaryAnalyzers.Generators.Model;

/// <summary>How a value gets into an object.</summary>
internal enum TargetKind
{
    /// <summary>Not at all: it is computed by the object.</summary>
    None,

    /// <summary>The constructor takes it.</summary>
    Argument,

    /// <summary>It can only be set while the object is made, or has to be.</summary>
    Initializer,

    /// <summary>It is set afterwards.</summary>
    Setter,

    /// <summary>It is a collection that the object keeps, and is filled with the elements.</summary>
    Filled,

    /// <summary>It is a dictionary that the object keeps, and is filled with the pairs.</summary>
    FilledWithPairs,
}
