namespace DictionaryAnalyzers.Vocabulary;

/// <summary>What the kinds of collections have in common.</summary>
internal static class CollectionKinds
{
    /// <summary>Whether elements are found by a key.</summary>
    public static bool IsKeyed(this CollectionKind kind) =>
        kind is not (CollectionKind.None or CollectionKind.List) && !kind.IsSet();

    /// <summary>Whether the elements that a walk gives are pairs of a key and a value.</summary>
    public static bool HoldsPairs(this CollectionKind kind) => kind.IsKeyed() && kind is not CollectionKind.NameValueCollection;

    /// <summary>Whether an element is its own key.</summary>
    public static bool IsSet(this CollectionKind kind) =>
        kind is CollectionKind.HashSet or CollectionKind.SortedSet;

    /// <summary>Whether elements of the collection are typed, so that LINQ applies without a cast.</summary>
    public static bool IsGeneric(this CollectionKind kind) => kind is not (
        CollectionKind.Hashtable or CollectionKind.NonGenericSortedList or CollectionKind.SpecializedOrderedDictionary
        or CollectionKind.ListDictionary or CollectionKind.HybridDictionary or CollectionKind.NameValueCollection);

    /// <summary>
    /// Whether <c>Keys</c> and <c>Values</c> go on reading the collection. The builders of immutable dictionaries give copies,
    /// one of them only <paramref name="throughInterface"/>.
    /// </summary>
    public static bool HasLiveViews(this CollectionKind kind, bool throughInterface) => kind switch
    {
        CollectionKind.ImmutableSortedDictionaryBuilder => false,
        CollectionKind.ImmutableDictionaryBuilder => !throughInterface,
        _ => true,
    };

    /// <summary>Whether an instance never changes, whatever is called on it.</summary>
    public static bool IsImmutable(this CollectionKind kind) =>
        kind is CollectionKind.ImmutableDictionary or CollectionKind.FrozenDictionary;
}
