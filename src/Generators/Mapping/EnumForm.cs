namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>How the value of an enum is written.</summary>
internal enum EnumForm
{
    AsIs,
    Name,
    Number,
}
