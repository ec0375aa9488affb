using System;

namespace DictionaryAnalyzers.Testing;

/// <summary>Checks that a test can leave out.</summary>
[Flags]
public enum TestBehaviors
{
    /// <summary>All checks run.</summary>
    None = 0,

    /// <summary>The rule may report in a file that starts with <c>// &lt;auto-generated/&gt;</c>.</summary>
    SkipGeneratedCodeCheck = 0x01,

    /// <summary>The rule may report in spite of <c>#pragma warning disable</c>.</summary>
    SkipSuppressionCheck = 0x02,
}
