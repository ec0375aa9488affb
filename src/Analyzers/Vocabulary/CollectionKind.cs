namespace DictionaryAnalyzers.Vocabulary;

/// <summary>The collection types whose behaviour under modification is known.</summary>
internal enum CollectionKind
{
    /// <summary>Not a collection that this package knows.</summary>
    None,

    Dictionary,
    SortedDictionary,
    SortedList,
    OrderedDictionary,
    ConcurrentDictionary,
    ImmutableDictionary,
    ImmutableDictionaryBuilder,
    ImmutableSortedDictionaryBuilder,
    FrozenDictionary,
    ReadOnlyDictionary,

    Hashtable,
    NonGenericSortedList,
    SpecializedOrderedDictionary,
    ListDictionary,
    HybridDictionary,
    NameValueCollection,
    ExpandoObject,

    HashSet,
    SortedSet,
    List,

    /// <summary>A type named by the option <c>dictionary_analyzers.additional_types</c>.</summary>
    Additional,

    /// <summary>An interface of a dictionary, set or list: what stands behind it decides.</summary>
    Interface,
}
