namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>How the name of a member becomes a key.</summary>
internal enum KeyCase
{
    AsIs,
    CamelCase,
    SnakeCase,
    KebabCase,
}
