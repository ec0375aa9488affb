using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Which methods of sequences and dictionaries give <c>default</c> where there is nothing?</summary>
internal static class DefaultValues
{
    /// <summary>Whether what <paramref name="method"/> gives may be <c>default</c>.</summary>
    public static bool MayBeGivenBy(IMethodSymbol method) => method.Name.Contains("OrDefault");

    /// <summary>Whether <c>default</c> may be among what <paramref name="method"/> goes on with, where there is nothing or nothing that belongs to it.</summary>
    public static bool MayBeAddedBy(IMethodSymbol method) => method.Name is "DefaultIfEmpty" or "RightJoin";
}
