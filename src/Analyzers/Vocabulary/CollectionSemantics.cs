namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// What a modification does to an enumeration of the same collection that has not ended. The rows were measured;
/// <c>CollectionSemanticsTests</c> runs each of them on the current runtime and compares.
/// </summary>
internal static class CollectionSemantics
{
    /// <summary>
    /// Whether the next step of an enumeration of a <paramref name="kind"/> throws after <paramref name="modification"/>,
    /// under the <paramref name="rules"/> of a framework. A kind that is not known never throws.
    /// </summary>
    public static bool Throws(CollectionKind kind, Modification modification, FrameworkRules rules) => kind switch
    {
        // Removing and clearing became legal in .NET Core 3.0, overwriting in .NET 5.
        CollectionKind.Dictionary or CollectionKind.Additional => modification switch
        {
            Modification.Add or Modification.Grow or Modification.Shrink => true,
            Modification.Overwrite => rules < FrameworkRules.Net50,
            Modification.Remove or Modification.Clear => rules < FrameworkRules.NetCore30,
            _ => false,
        },
        CollectionKind.HashSet => modification switch
        {
            Modification.Add or Modification.Shrink => true,
            Modification.Remove or Modification.Clear => rules < FrameworkRules.NetCore30,
            _ => false,
        },
        CollectionKind.OrderedDictionary =>
            modification is Modification.Add or Modification.Remove or Modification.Clear or Modification.Grow,
        CollectionKind.SortedDictionary =>
            modification is Modification.Add or Modification.Overwrite or Modification.Remove or Modification.Clear or Modification.RemoveAbsent,
        CollectionKind.SortedSet =>
            modification is Modification.Add or Modification.Remove or Modification.Clear or Modification.RemoveAbsent or Modification.AddPresent,
        CollectionKind.ListDictionary or CollectionKind.HybridDictionary =>
            modification is Modification.Add or Modification.Overwrite or Modification.Remove or Modification.Clear or Modification.RemoveAbsent,
        CollectionKind.SortedList or CollectionKind.Hashtable or CollectionKind.NonGenericSortedList
            or CollectionKind.SpecializedOrderedDictionary =>
            modification is Modification.Add or Modification.Overwrite or Modification.Remove or Modification.Clear,
        CollectionKind.List =>
            modification is Modification.Add or Modification.Overwrite or Modification.Remove or Modification.Clear or Modification.Reorder,
        CollectionKind.ImmutableDictionaryBuilder or CollectionKind.ImmutableSortedDictionaryBuilder =>
            modification is Modification.Add or Modification.Overwrite or Modification.Remove or Modification.Clear or Modification.RemoveAbsent,
        CollectionKind.ExpandoObject or CollectionKind.NameValueCollection =>
            modification is Modification.Add or Modification.Overwrite or Modification.Remove or Modification.Clear,
        _ => false,
    };

    /// <summary>Whether any modification of a <paramref name="kind"/> disturbs its enumeration.</summary>
    public static bool CanThrow(CollectionKind kind) => Throws(kind, Modification.Add, FrameworkRules.Oldest);
}
