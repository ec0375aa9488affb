namespace DictionaryAnalyzers.Vocabulary;

/// <summary>What can happen to the contents of a collection: the columns of <see cref="CollectionSemantics"/>.</summary>
internal enum Modification
{
    /// <summary>An entry comes that was not there.</summary>
    Add,

    /// <summary>The value of an entry that is there is replaced.</summary>
    Overwrite,

    /// <summary>An entry goes that was there.</summary>
    Remove,

    /// <summary>All entries go.</summary>
    Clear,

    /// <summary>A removal finds nothing to remove.</summary>
    RemoveAbsent,

    /// <summary>An insertion finds its key there and changes nothing (<c>TryAdd</c>, <c>HashSet.Add</c>).</summary>
    AddPresent,

    /// <summary>The capacity grows.</summary>
    Grow,

    /// <summary>The capacity shrinks.</summary>
    Shrink,

    /// <summary>The order changes.</summary>
    Reorder,
}
