using System;

namespace DictionaryAnalyzers.Testing;

/// <summary>How a location is compared.</summary>
[Flags]
public enum DiagnosticLocationOptions
{
    /// <summary>Start and end.</summary>
    None = 0,

    /// <summary>Only the start.</summary>
    IgnoreLength = 0x01,

    /// <summary>The location is the number of a mark, <c>{|#0:..|}</c>.</summary>
    InterpretAsMarkupKey = 0x02,
}
