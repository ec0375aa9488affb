namespace DictionaryAnalyzers.Vocabulary;

/// <summary>What an <see cref="InstancePath"/> can begin with.</summary>
internal enum PathRootKind
{
    /// <summary>The current instance.</summary>
    This,

    /// <summary>A parameter or a local.</summary>
    Symbol,

    /// <summary>No instance: the first segment is a static member.</summary>
    Static,

    /// <summary>A value that the compiler knows.</summary>
    Constant,

    /// <summary>The object that one creation expression makes.</summary>
    Creation,
}
