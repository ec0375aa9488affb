namespace DictionaryAnalyzers.Flow;

/// <summary>What code does with a collection where it names it.</summary>
internal enum AccessNature
{
    /// <summary>Nothing with its contents: compares it with null, asks for its comparer, locks it.</summary>
    Nothing,

    /// <summary>Reads its contents.</summary>
    Read,

    /// <summary>Changes its contents.</summary>
    Write,

    /// <summary>Puts another object in its place.</summary>
    Replaced,

    /// <summary>Gives the collection, a live view of it or a query that has not run yet to the caller, who reads it later.</summary>
    Returned,

    /// <summary>Gives it to code that is not known, or keeps it elsewhere.</summary>
    HandedOn,
}
