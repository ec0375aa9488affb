namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>How the value of an enum is written.</summary>
internal enum EnumValues
{
    AsIs,
    Name,
    Number,
}
