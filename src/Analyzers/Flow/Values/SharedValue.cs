using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An object that a concurrent dictionary hands to everybody who asks.</summary>
/// <param name="Dictionary">The dictionary, where the object was taken from it.</param>
/// <param name="Key">The key under which it was found; null where it was not looked up.</param>
internal sealed record SharedValue(IOperation Dictionary, IOperation? Key);
