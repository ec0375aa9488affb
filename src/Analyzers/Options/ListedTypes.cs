using System.Collections.Immutable;

namespace DictionaryAnalyzers.Options;

/// <summary>The types that a user lists for the package, by their metadata names.</summary>
/// <param name="Additional">Types that behave like a dictionary though they derive from none.</param>
/// <param name="Locks">Locks of somebody else's making.</param>
/// <param name="SingletonAttributes">Attributes that say of a class that all threads have the same object of it.</param>
internal sealed record ListedTypes(ImmutableArray<string> Additional, ImmutableArray<string> Locks, ImmutableArray<string> SingletonAttributes);
