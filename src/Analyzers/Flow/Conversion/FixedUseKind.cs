namespace DictionaryAnalyzers.Flow;

/// <summary>What is done with one member of a dictionary that is used as an object.</summary>
internal enum FixedUseKind
{
    /// <summary>The member is set where the dictionary is made.</summary>
    Fill,

    /// <summary>The member is set later.</summary>
    Write,

    /// <summary>The member is read, and has to be there: <c>d["k"]</c>.</summary>
    Read,

    /// <summary>The member is read where it is there: <c>TryGetValue</c>.</summary>
    TryRead,

    /// <summary>The member or nothing: <c>GetValueOrDefault</c>.</summary>
    ReadOrDefault,

    /// <summary>Whether the member is there: <c>ContainsKey</c>.</summary>
    Test,
}
