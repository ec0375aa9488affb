namespace DictionaryAnalyzers.Generators.Model;

/// <summary>How the declaration of a partial method is repeated.</summary>
internal sealed record SignatureModel
{
    /// <summary>The modifiers as they were written: <c>public static partial</c>.</summary>
    public string Modifiers { get; init; } = "";

    public string ReturnType { get; init; } = "";

    /// <summary>The name, escaped where it is a keyword, with type parameters.</summary>
    public string Name { get; init; } = "";

    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The constraints of type parameters, a clause each.</summary>
    public EquatableArray<string> Constraints { get; init; }

    /// <summary>Whether the declaration says nothing about null, because it stands where nullable annotations are switched off.</summary>
    public bool IsOblivious { get; init; }
}
