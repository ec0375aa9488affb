using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A copy of a concurrent dictionary that is not atomic.</summary>
/// <param name="Source">The expression that is the dictionary.</param>
/// <param name="Copier">What copies: the name of a method, <c>new List</c>, or <c>[..]</c>.</param>
/// <param name="Site">The operation that makes the copy happen.</param>
/// <param name="Exception">What the copy throws when the dictionary has grown in between.</param>
internal sealed record RacyCopy(IOperation Source, string Copier, IOperation Site, string Exception);
