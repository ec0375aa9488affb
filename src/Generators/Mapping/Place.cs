namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Where a member is read, and what that says about the objects in it.</summary>
/// <param name="Include">The listed paths that lead on from here; null where everything is mapped that is by default.</param>
/// <param name="Exclude">The paths that are left out from here on.</param>
/// <param name="Depth">How deep it lies; 1 is the source.</param>
/// <param name="Opens">Whether objects are mapped member by member.</param>
/// <param name="Owner">The index of the object whose dictionary gets the entries.</param>
internal sealed record Place(PathNode? Include, PathNode? Exclude, int Depth, bool Opens, int Owner);
