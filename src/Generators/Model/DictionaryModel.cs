namespace DictionaryAnalyzers.Generators.Model;

/// <summary>The dictionary of a method: what its values are and whether they may be null.</summary>
internal sealed record DictionaryModel
{
    public DictionaryValues Values { get; init; }

    /// <summary>The type of the values, with its nullable marker.</summary>
    public string ValueType { get; init; } = "";

    /// <summary>Whether a null can be stored. Where it cannot, a null value has no entry.</summary>
    public bool AllowsNull { get; init; }
}
