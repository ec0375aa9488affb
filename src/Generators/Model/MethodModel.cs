namespace DictionaryAnalyzers.Generators.Model;

/// <summary>One generated method.</summary>
internal sealed record MethodModel
{
    public SignatureModel Signature { get; init; } = new();

    public MappingShape Shape { get; init; }

    /// <summary>The dictionary that is made, written to, looked at or read from.</summary>
    public DictionaryModel Dictionary { get; init; } = new();

    /// <summary>The parameter that is mapped.</summary>
    public SourceModel Source { get; init; } = new();

    /// <summary>The objects that are mapped: the source first, then those that are nested in it. Values refer to them by their index.</summary>
    public EquatableArray<ObjectModel> Objects { get; init; }

    /// <summary>Whether null values have no entry.</summary>
    public bool OmitsNulls { get; init; }

    /// <summary>How deep objects are mapped, 0 when nothing limits it.</summary>
    public int MaxDepth { get; init; }

    /// <summary>Whether what lies deeper throws. Else it is treated as null.</summary>
    public bool ThrowsAtMaxDepth { get; init; }

    /// <summary>Whether the depth has to be counted at run time, as the types alone do not keep within it.</summary>
    public bool CountsDepth { get; init; }

    /// <summary>On the way back: the name of the parameter that the object is given out by, escaped; empty where it is returned.</summary>
    public string Result { get; init; } = "";

    /// <summary>On the way back: the name of the parameter that the errors are given out by, escaped; empty where nobody asks for them.</summary>
    public string Errors { get; init; } = "";

    /// <summary>On the way back: whether the errors are given out as sentences.</summary>
    public bool TellsErrors { get; init; }

    /// <summary>On the way back: whether the values come as an <c>IDictionary</c>, which may be no read-only dictionary.</summary>
    public bool CopiesValues { get; init; }
}
