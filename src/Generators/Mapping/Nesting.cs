namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What becomes of a member that is an object with members of its own.</summary>
internal enum Nesting
{
    Keep,
    Nest,
    Flatten,
}
