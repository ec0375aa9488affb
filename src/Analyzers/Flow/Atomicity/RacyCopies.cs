namespace DictionaryAnalyzers.Flow;

/// <summary>
/// The table of what copies a concurrent dictionary in two steps: it asks for the count, makes room, and copies. The rows were
/// measured; <c>RacyCopiesTests</c> runs each of them on the current runtime and compares.
/// </summary>
internal static class RacyCopies
{
    /// <summary>The shape of what an operator of LINQ gives, by that of its first source.</summary>
    public static CopyShape After(string operation, CopyShape source) => (operation, source) switch
    {
        (_, CopyShape.None) => CopyShape.None,
        ("AsEnumerable", _) => source,
        ("OrderBy" or "OrderByDescending" or "Order" or "OrderDescending" or "Reverse", _) => CopyShape.Buffered,
        ("Shuffle", CopyShape.Itself) => CopyShape.Shuffled,
        ("Concat" or "Append" or "Prepend" or "DefaultIfEmpty", CopyShape.Itself or CopyShape.Joined) => CopyShape.Joined,
        (_, CopyShape.Itself or CopyShape.Joined) => CopyShape.None,
        ("Take", CopyShape.Shuffled) => CopyShape.None,
        ("Where", _) => CopyShape.Filtered,
        ("ThenBy" or "ThenByDescending" or "Select" or "Skip" or "Take" or "TakeWhile" or "SkipWhile" or "Distinct" or "DistinctBy"
            or "Cast" or "OfType" or "Append" or "Prepend" or "Concat" or "GroupBy" or "Chunk" or "SelectMany", _) => source,
        _ => CopyShape.None,
    };

    /// <summary>The shape of what an operator of LINQ gives, by that of its second source.</summary>
    public static CopyShape AfterSecond(string operation, CopyShape source) =>
        operation is "Concat" && source is CopyShape.Itself ? CopyShape.Joined : CopyShape.None;

    /// <summary>Whether a consuming operator of LINQ copies a source of this shape.</summary>
    public static bool IsCopiedBy(string operation, bool hasPredicate, CopyShape source) => operation switch
    {
        "ToArray" or "ToList" => source is not CopyShape.None,
        "ToDictionary" or "ToHashSet" or "ToLookup" or "Aggregate" or "All" or "Average" or "Sum" or "Min" or "Max" or "MinBy" or "MaxBy"
            or "LongCount" or "SequenceEqual" or "Single" or "SingleOrDefault" => IsBuffered(source),
        "Any" or "Count" => source is CopyShape.Filtered || (hasPredicate && IsBuffered(source)),
        "First" or "FirstOrDefault" or "Last" or "LastOrDefault" => source is CopyShape.Filtered,
        _ => false,
    };

    /// <summary>Whether a method that is given the sequence, other than by LINQ, copies it.</summary>
    /// <param name="type">The name of the type that declares the method.</param>
    /// <param name="space">The namespace of that type.</param>
    /// <param name="method">The name of the method.</param>
    /// <param name="source">The shape of the sequence that the method is given.</param>
    public static bool IsCopiedBy(string space, string type, string method, CopyShape source) => (space, type, method) switch
    {
        ("System.Collections.Generic", "List", "AddRange" or "InsertRange") => source is CopyShape.Itself || IsBuffered(source),
        ("System.Collections", "ArrayList", "AddRange" or "InsertRange") => source is CopyShape.Itself,
        ("System.Collections.Immutable", "ImmutableArray" or "ImmutableList", "ToImmutableArray" or "ToImmutableList" or "CreateRange") =>
            source is not CopyShape.None,
        ("System.Collections.Immutable", "ImmutableSortedSet", "ToImmutableSortedSet" or "CreateRange") => source is CopyShape.Itself,
        ("System.Collections.Immutable", "ImmutableArray" or "ImmutableList", "AddRange" or "InsertRange") => source is CopyShape.Itself || IsBuffered(source),
        ("System.Collections.Generic", "HashSet" or "SortedSet", "UnionWith" or "ExceptWith" or "IntersectWith") => IsBuffered(source),
        ("System", "String", "Join" or "Concat") => IsBuffered(source),
        _ => false,
    };

    /// <summary>Whether the constructor of a collection copies the sequence that it is given.</summary>
    public static bool IsCopiedByNew(string space, string type, CopyShape source, bool isCore) => (space, type) switch
    {
        ("System.Collections.Generic", "List" or "Stack" or "SortedSet") => source is CopyShape.Itself || IsBuffered(source),
        ("System.Collections.Generic", "Queue") or ("System.Collections.ObjectModel", "ObservableCollection") =>
            (isCore && source is CopyShape.Itself) || IsBuffered(source),
        ("System.Collections.Generic", "SortedList") or ("System.Collections", "SortedList" or "ArrayList") => source is CopyShape.Itself,
        ("System.Collections.Generic", "HashSet" or "LinkedList" or "Dictionary") => IsBuffered(source),
        _ => false,
    };

    /// <summary>Whether a spread of the sequence into a collection expression copies it.</summary>
    public static bool IsCopiedBySpread(SpreadFacts spread, CopyShape source) => source switch
    {
        CopyShape.None => false,
        CopyShape.Itself or CopyShape.Joined when spread.IsFilledByWalk => false,

        // The compiler writes 'ToArray' or 'ToList' for a spread that stands alone.
        CopyShape.Itself or CopyShape.Joined when spread is { IsSole: true, KeepsType: true, Target: not { Name: "IList" or "ICollection" } } => true,
        CopyShape.Joined => false,

        // Else it makes room for 'Count' elements and walks, or calls 'List.AddRange' where the type does not tell a count.
        CopyShape.Itself when spread.IsCounted => spread.SetsCount || !spread.IsList,
        CopyShape.Itself => spread.KeepsType,
        _ => true,
    };

    /// <summary>Whether a walk, such as <c>foreach</c>, copies a source of this shape before its first step.</summary>
    public static bool IsBuffered(CopyShape source) => source is CopyShape.Buffered or CopyShape.Filtered or CopyShape.Shuffled;
}
