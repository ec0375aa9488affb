using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An object that was written as JSON only to be read into a dictionary.</summary>
/// <param name="Reader">What makes the dictionary: the call that reads the JSON, or what is enumerated.</param>
/// <param name="Dictionary">The type of the dictionary; null where a loop fills one.</param>
/// <param name="Origin">The object, and the call that wrote it.</param>
internal sealed record JsonRoundTrip(IOperation Reader, ITypeSymbol? Dictionary, JsonOrigin Origin);
