using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>The operators of LINQ by when they read their source (measured; see <c>LazinessTests</c>).</summary>
internal static class LazyOperators
{
    /// <summary>How the operator <paramref name="method"/> treats its first argument.</summary>
    public static Laziness Of(IMethodSymbol method, KnownTypes types)
    {
        if (!KnownTypes.Is(method.ContainingType, types.Enumerable))
        {
            return Laziness.Unknown;
        }

        switch (method.Name)
        {
            case "Where" or "Select" or "SelectMany" or "Distinct" or "DistinctBy" or "Except" or "ExceptBy"
                or "Intersect" or "IntersectBy" or "Union" or "UnionBy" or "Concat" or "Skip" or "SkipWhile" or "SkipLast"
                or "Take" or "TakeWhile" or "Append" or "Prepend" or "Zip" or "Cast" or "OfType" or "DefaultIfEmpty"
                or "AsEnumerable" or "Join" or "GroupJoin" or "LeftJoin" or "Chunk" or "Index":
                return Laziness.Defers;
            case "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Order" or "OrderDescending"
                or "Reverse" or "GroupBy" or "Shuffle" or "TakeLast" or "CountBy" or "AggregateBy" or "RightJoin":
                return Laziness.Buffers;
            case "ToArray" or "ToList" or "ToDictionary" or "ToHashSet" or "ToLookup" or "Aggregate" or "All" or "Any"
                or "Average" or "Contains" or "Count" or "ElementAt" or "ElementAtOrDefault" or "First" or "FirstOrDefault"
                or "Last" or "LastOrDefault" or "LongCount" or "Max" or "MaxBy" or "Min" or "MinBy" or "SequenceEqual"
                or "Single" or "SingleOrDefault" or "Sum":
                return Laziness.Consumes;
            default:
                return Laziness.Unknown;
        }
    }

    /// <summary>Whether the operator reads its second source lazily too, after or beside the first.</summary>
    public static bool ReadsSecondSource(IMethodSymbol method) => method.Name is "Concat" or "Union" or "Zip" or "UnionBy" or "RightJoin";

    /// <summary>Whether the operator, which else buffers, walks a source that knows its count, such as a collection itself.</summary>
    public static bool WalksCountedSource(IMethodSymbol method) => method.Name is "TakeLast";

    /// <summary>Whether the operator over a list still knows the index of its elements, so that <c>Take</c> and <c>Skip</c> go by it.</summary>
    public static bool KeepsIndex(IMethodSymbol method) => method.Name is "Select" or "Skip" or "Take" or "AsEnumerable" or "Cast" or "OfType";

    /// <summary>Whether the elements that come out are the elements that went in.</summary>
    public static bool KeepsElements(IMethodSymbol method) => method.Name
        is "Where" or "Distinct" or "DistinctBy" or "Except" or "ExceptBy" or "Intersect" or "IntersectBy"
        or "Skip" or "SkipWhile" or "SkipLast" or "Take" or "TakeWhile" or "TakeLast" or "Cast" or "OfType" or "AsEnumerable"
        or "Any" or "All" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "Count"
        or "LongCount" or "Sum" or "Max" or "Min" or "MaxBy" or "MinBy" or "Average" or "ToDictionary" or "ToLookup" or "Select"
        or "SelectMany" or "Aggregate";

    /// <summary>
    /// The result of a predicate after which the operator reads no further: true for <c>Any</c> and <c>First</c>, false for
    /// <c>All</c>; null where it reads on whatever the delegate returns.
    /// </summary>
    public static bool? StopsAt(IMethodSymbol method) => method.Name switch
    {
        "Any" or "First" or "FirstOrDefault" => true,
        "All" or "TakeWhile" => false,
        _ => null,
    };
}
