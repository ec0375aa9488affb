using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>What decides how the compiler writes a spread of a collection expression.</summary>
/// <param name="Target">The type of the collection expression.</param>
/// <param name="ConstructMethod">What makes the collection, where that is a method or a constructor.</param>
/// <param name="IsSole">Whether the expression has no other element.</param>
/// <param name="KeepsType">Whether the elements go in as they are, without a conversion.</param>
/// <param name="IsCounted">Whether the type of the spread sequence tells its count.</param>
/// <param name="SetsCount">Whether the framework has <c>CollectionsMarshal.SetCount</c>, with which the compiler fills lists.</param>
internal readonly record struct SpreadFacts(
    ITypeSymbol? Target, IMethodSymbol? ConstructMethod, bool IsSole, bool KeepsType, bool IsCounted, bool SetsCount)
{
    /// <summary>Whether the compiler makes a list, whatever the target is declared as.</summary>
    public bool IsList => Target is { Name: "List" or "IList" or "ICollection" };

    /// <summary>Whether the collection is filled element by element, as any collection is that its own constructor makes.</summary>
    public bool IsFilledByWalk => !IsList && ConstructMethod is { MethodKind: MethodKind.Constructor };
}
