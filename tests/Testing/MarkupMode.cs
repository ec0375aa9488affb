namespace DictionaryAnalyzers.Testing;

/// <summary>What marks in a source mean.</summary>
public enum MarkupMode
{
    /// <summary>There are no marks: the source is taken as it is.</summary>
    None = 0,

    /// <summary>Marks are removed and expect nothing.</summary>
    Ignore = 1,

    /// <summary>Marks are removed; those of diagnostics that the code fix repairs expect nothing.</summary>
    IgnoreFixable = 2,

    /// <summary>Every mark expects a diagnostic.</summary>
    Allow = 3,
}
