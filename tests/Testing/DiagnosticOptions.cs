using System;

namespace DictionaryAnalyzers.Testing;

/// <summary>What is not compared of a diagnostic.</summary>
[Flags]
public enum DiagnosticOptions
{
    /// <summary>Everything is compared.</summary>
    None = 0,

    /// <summary>Locations after the first are not compared.</summary>
    IgnoreAdditionalLocations = 0x01,

    /// <summary>The severity is not compared.</summary>
    IgnoreSeverity = 0x02,
}
