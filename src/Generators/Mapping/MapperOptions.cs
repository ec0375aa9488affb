namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What the attributes of a class and a method say together. The values of the enums are those of the attributes.</summary>
internal sealed record MapperOptions
{
    public KeyCase KeyNaming { get; init; }

    public Nesting NestedObjects { get; init; }

    public string Separator { get; init; } = ".";

    public bool OmitsNulls { get; init; }

    public EnumForm EnumValues { get; init; }

    /// <summary>0 where it is not set.</summary>
    public int MaxDepth { get; init; }

    public bool ThrowsAtMaxDepth { get; init; }
}
