namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>A member that is mapped in one place.</summary>
/// <param name="Source">The property or field.</param>
/// <param name="Names">What its attributes say.</param>
/// <param name="Listed">The paths of Include that end at it or lead on from it; null where none does.</param>
/// <param name="Unlisted">The paths of Exclude that lead on from it; null where none does.</param>
internal sealed record MappedMember(SourceMember Source, MemberNames Names, PathNode? Listed, PathNode? Unlisted);
