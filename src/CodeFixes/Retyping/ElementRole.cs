namespace DictionaryAnalyzers.Retyping;

/// <summary>What an expression, a variable or a parameter carries of a dictionary whose type changes.</summary>
internal enum ElementRole
{
    /// <summary>Nothing that has to do with the types of its keys and values.</summary>
    None,

    /// <summary>The dictionary itself.</summary>
    Map,

    /// <summary>A key.</summary>
    Key,

    /// <summary>A value.</summary>
    Value,

    /// <summary>A key with its value.</summary>
    Pair,

    /// <summary>A sequence of keys.</summary>
    Keys,

    /// <summary>A sequence of values.</summary>
    Values,

    /// <summary>A sequence of pairs.</summary>
    Pairs,
}
