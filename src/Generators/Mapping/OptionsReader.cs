using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which options hold for a method? The method's win over the class's, one by one.</summary>
internal static class OptionsReader
{
    public const string Include = "Include";
    public const string Exclude = "Exclude";

    public static MapperOptions Read(AttributeData? mapper, AttributeData? mapping)
    {
        object? Value(string name) => (KnownAttributes.Argument(mapping, name) ?? KnownAttributes.Argument(mapper, name)) is { Kind: not TypedConstantKind.Error and not TypedConstantKind.Array } constant
            ? constant.Value
            : null;
        int Number(string name) => Value(name) is int number ? number : 0;

        return new MapperOptions
        {
            KeyNaming = (KeyCase)Number("KeyNaming"),
            NestedObjects = (Nesting)Number("NestedObjects"),
            Separator = Value("Separator") as string ?? ".",
            OmitsNulls = Number("NullValues") == 1,
            EnumValues = (EnumForm)Number("EnumValues"),
            MaxDepth = Number("MaxDepth") is > 0 and var depth ? depth : 0,
            ThrowsAtMaxDepth = Number("DepthLimit") == 1,
        };
    }
}
