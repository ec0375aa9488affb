using System;

namespace DictionaryAnalyzers.Testing;

/// <summary>How marks are read.</summary>
[Flags]
public enum MarkupOptions
{
    /// <summary>The default.</summary>
    None = 0,

    /// <summary><c>[|..|]</c> means the first descriptor of an analyzer that has several.</summary>
    UseFirstDescriptor = 0x01,

    /// <summary><c>$$</c> is code, not a position mark.</summary>
    TreatPositionIndicatorsAsCode = 0x02,
}
