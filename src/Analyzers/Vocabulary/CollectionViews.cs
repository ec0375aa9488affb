using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers which methods of a collection give a view that goes on reading it, as <c>Keys</c> does, and which read what they are given while they change it.</summary>
internal static class CollectionViews
{
    /// <summary>Whether <paramref name="method"/> of a <paramref name="kind"/> gives such a view: <c>GetViewBetween</c> and <c>Reverse</c> of a sorted set.</summary>
    public static bool IsLive(IMethodSymbol method, CollectionKind kind) =>
        kind is CollectionKind.SortedSet && method.Name is "GetViewBetween" or "Reverse";

    /// <summary>
    /// Whether <paramref name="method"/> of a <paramref name="kind"/> changes the collection at each element of the sequence
    /// that it is given. What intersects marks first, and a sorted set copies before it takes the symmetric difference.
    /// </summary>
    public static bool ChangesWhileReading(IMethodSymbol method, CollectionKind kind) => kind switch
    {
        CollectionKind.HashSet => method.Name is "UnionWith" or "ExceptWith" or "SymmetricExceptWith",
        CollectionKind.SortedSet => method.Name is "UnionWith" or "ExceptWith",
        CollectionKind.List => method.Name is "AddRange" or "InsertRange",
        _ => false,
    };
}
