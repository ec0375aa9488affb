namespace DictionaryAnalyzers.Generators.Model;

/// <summary>An object whose members become entries.</summary>
internal sealed record ObjectModel
{
    /// <summary>The type, without a nullable marker.</summary>
    public string Type { get; init; } = "";

    /// <summary>A name made of the type's, for the generated methods: only letters, digits and underscores.</summary>
    public string Name { get; init; } = "";

    public bool IsReference { get; init; }

    public EquatableArray<EntryModel> Entries { get; init; }
}
