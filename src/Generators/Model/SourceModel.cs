namespace DictionaryAnalyzers.Generators.Model;

/// <summary>The parameter that is mapped.</summary>
internal sealed record SourceModel
{
    /// <summary>The name of the parameter, escaped.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name of the parameter that a copy goes to, escaped; empty where there is none.</summary>
    public string Target { get; init; } = "";

    /// <summary>Whether it is a reference, which can be null whatever its type says.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether it is a <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsNullableStruct { get; init; }

    /// <summary>Whether null is a legal argument.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Whether the result may be null, and so is for a source that is null.</summary>
    public bool ReturnsNull { get; init; }
}
