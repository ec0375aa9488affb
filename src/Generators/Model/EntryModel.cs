namespace DictionaryAnalyzers.Generators.Model;

/// <summary>A member of an object and the entry that it becomes.</summary>
internal sealed record EntryModel
{
    /// <summary>The name of the member, for the paths of exceptions.</summary>
    public string Name { get; init; } = "";

    /// <summary>The member as it stands after a dot, escaped where it is a keyword.</summary>
    public string Read { get; init; } = "";

    /// <summary>The interface that the object is seen as for this member, where its own type does not say which member is meant; else null.</summary>
    public string? Cast { get; init; }

    /// <summary>The whole key. Empty where the value is <see cref="ValueForm.Inline"/>.</summary>
    public string Key { get; init; } = "";

    /// <summary>Whether this member has no entry when it is null, whatever the method says.</summary>
    public bool OmitsNull { get; init; }

    public ValueModel Value { get; init; } = new();

    /// <summary>On the way back: how the value gets into the object. Null on the way to a dictionary.</summary>
    public TargetModel? Target { get; init; }
}
