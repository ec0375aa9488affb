namespace DictionaryAnalyzers.Flow;

/// <summary>Who can reach a collection where an operation uses it.</summary>
internal enum Exposure
{
    /// <summary>Only the method that runs, on the thread that it runs on: a local tally.</summary>
    Confined,

    /// <summary>It is not known who else holds it: a parameter, a local that was handed on.</summary>
    Unknown,

    /// <summary>Others can reach it at the same time: it is in a field or static member, or captured by code that runs concurrently.</summary>
    Shared,
}
