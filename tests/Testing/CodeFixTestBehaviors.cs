using System;

namespace DictionaryAnalyzers.Testing;

/// <summary>Checks of a code fix that a test can leave out.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    /// <summary>All checks run.</summary>
    None = 0,

    /// <summary>Fix-all is not run in document scope.</summary>
    SkipFixAllInDocumentCheck = 0x01,

    /// <summary>Fix-all is not run in project scope.</summary>
    SkipFixAllInProjectCheck = 0x02,

    /// <summary>Fix-all is not run in solution scope.</summary>
    SkipFixAllInSolutionCheck = 0x04,

    /// <summary>Fix-all is not run at all.</summary>
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>Only one fix is applied; the fixed state is what is there after it.</summary>
    FixOne = 0x08,
}
