namespace DictionaryAnalyzers.Vocabulary;

/// <summary>How an expression that can be assigned is used.</summary>
internal enum AccessKind
{
    Read,
    Write,
    ReadWrite,
}
