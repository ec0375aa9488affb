namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>How the name of a member becomes a key.</summary>
internal enum KeyNaming
{
    AsIs,
    CamelCase,
    SnakeCase,
    KebabCase,
}
