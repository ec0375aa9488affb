namespace DictionaryAnalyzers.Flow;

/// <summary>What a sequence over a concurrent dictionary does with it when it is consumed.</summary>
internal enum CopyShape
{
    /// <summary>Nothing that races: another object, a copy, or a walk, which a concurrent dictionary allows at any time.</summary>
    None,

    /// <summary>The sequence is the dictionary itself.</summary>
    Itself,

    /// <summary>The dictionary is one of the parts. A walk of it walks the dictionary, a copy of it copies the dictionary.</summary>
    Joined,

    /// <summary>The first step of a walk copies the dictionary; asking only for an end of it or for the number of elements does not.</summary>
    Buffered,

    /// <summary>As <see cref="Buffered"/>, but it has to be walked to know its first element.</summary>
    Filtered,

    /// <summary>As <see cref="Buffered"/>, but some elements of it are picked without a copy.</summary>
    Shuffled,
}
