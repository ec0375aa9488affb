namespace DictionaryAnalyzers.Generators.Model;

/// <summary>The types that generated code needs beside it; who does not need them does not get them.</summary>
/// <param name="DepthException">The exception for what lies too deep.</param>
internal sealed record SupportModel(bool DepthException)
{
    /// <summary>What both need.</summary>
    public SupportModel And(SupportModel other) => new(DepthException || other.DepthException);
}
