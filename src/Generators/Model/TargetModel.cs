namespace DictionaryAnalyzers.Generators.Model;

/// <summary>How the value of an entry gets into the object that is made.</summary>
internal sealed record TargetModel
{
    public TargetKind Kind { get; init; }

    /// <summary>The type of what it is assigned to, with its nullable marker.</summary>
    public string Type { get; init; } = "";

    /// <summary>Whether null is a value of it.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Whether setting it runs no code that anybody wrote: it is a field, or the setter is one that the compiler wrote.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether the key has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The parameter, escaped, of a constructor that takes it.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>The value of a parameter whose key is not there.</summary>
    public string Default { get; init; } = "default";
}
