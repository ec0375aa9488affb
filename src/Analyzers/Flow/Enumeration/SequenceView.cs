namespace DictionaryAnalyzers.Flow;

/// <summary>What the elements of a sequence over a collection are.</summary>
internal enum SequenceView
{
    /// <summary>The collection's own elements: pairs of a dictionary, items of a set or list.</summary>
    Elements,

    /// <summary>The keys of a dictionary.</summary>
    Keys,

    /// <summary>The values of a dictionary.</summary>
    Values,

    /// <summary>Something made from the elements; which key an element came from is not known any more.</summary>
    Projected,
}
