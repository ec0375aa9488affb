namespace DictionaryAnalyzers.Generators;

/// <summary>The names of the steps, by which tests see what was done again.</summary>
internal static class Steps
{
    /// <summary>What was read of each marked class. It is done again after every edit, and is worth what it finds unchanged.</summary>
    public const string Read = nameof(Read);

    /// <summary>What is to be generated, a model a mapper.</summary>
    public const string Mappers = nameof(Mappers);

    /// <summary>What the consumer's compiler can do.</summary>
    public const string Capabilities = nameof(Capabilities);

    /// <summary>The types that the mappers need beside them.</summary>
    public const string Support = nameof(Support);

    /// <summary>Which mappers have names that differ by case only.</summary>
    public const string FileNames = nameof(FileNames);
}
