using System;
using System.Linq;

namespace DictionaryAnalyzers.Generators.Model;

/// <summary>The types that generated code needs beside it; who does not need them does not get them.</summary>
/// <param name="Types">Their names, which are those of the files in the folder Support, in order.</param>
internal sealed record SupportModel(EquatableArray<string> Types)
{
    /// <summary>Nothing is needed.</summary>
    public static SupportModel None { get; } = new(new EquatableArray<string>([]));

    /// <summary>What both need.</summary>
    public SupportModel And(SupportModel other) =>
        Types.Equals(other.Types) ? this : new(new EquatableArray<string>(Types.Union(other.Types).OrderBy(name => name, StringComparer.Ordinal)));
}
