using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>A path that Include or Exclude lists, and whether it led to a member.</summary>
internal sealed class ListedPath(string text, AttributeData attribute, string argument, int element)
{
    public string Text => text;

    public AttributeData Attribute => attribute;

    public string Argument => argument;

    public int Element => element;

    /// <summary>Whether it led to a member, of any of the types that it is listed for.</summary>
    public bool IsFound { get; set; }

    /// <summary>Why it did not, where it was looked for last.</summary>
    public MappingProblem? Failure { get; set; }
}
