namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What the attributes of a class and a method say together. The values of the enums are those of the attributes.</summary>
internal sealed record MapperOptions
{
    public KeyNaming KeyNaming { get; init; }

    public NestedObjects NestedObjects { get; init; }

    public string Separator { get; init; } = ".";

    public bool OmitsNulls { get; init; }

    public EnumValues EnumValues { get; init; }

    /// <summary>0 where it is not set.</summary>
    public int MaxDepth { get; init; }

    public bool ThrowsAtMaxDepth { get; init; }
}
