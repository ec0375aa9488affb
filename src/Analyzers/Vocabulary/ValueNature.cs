namespace DictionaryAnalyzers.Vocabulary;

/// <summary>What the values of a member can tell whoever reads them.</summary>
internal enum ValueNature
{
    /// <summary>Whether, when or which of a few: nothing that could be used as a key to something else.</summary>
    Plain,

    /// <summary>A number, which is more often a count than a secret.</summary>
    Number,

    /// <summary>Letters or bytes, or anything at all.</summary>
    Text,

    /// <summary>An object that says by its own members what it holds.</summary>
    Composite,
}
