namespace DictionaryAnalyzers.Testing;

/// <summary>Which compiler diagnostics a test has to expect by markup.</summary>
public enum CompilerDiagnostics
{
    /// <summary>None: the test source need not compile.</summary>
    None = 0,

    /// <summary>Errors (the default).</summary>
    Errors = 1,

    /// <summary>Errors and warnings.</summary>
    Warnings = 2,

    /// <summary>Errors, warnings and information.</summary>
    Suggestions = 3,

    /// <summary>All, hidden ones too.</summary>
    All = 4,
}
