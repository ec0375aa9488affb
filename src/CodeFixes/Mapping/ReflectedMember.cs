using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Mapping;

/// <summary>A member that a conversion by reflection reads, and the key that it gives it.</summary>
internal readonly record struct ReflectedMember(ISymbol Member, string Key);
