using System.Collections.Immutable;

namespace DictionaryAnalyzers.Flow;

/// <summary>What a diagnostic about a check and an act tells the repair.</summary>
internal static class CheckThenActFacts
{
    /// <summary>The property with the name of the <see cref="ActFault"/>.</summary>
    public const string FaultKey = "Fault";

    public static ImmutableDictionary<string, string?> Of(CheckThenAct found) =>
        ImmutableDictionary<string, string?>.Empty.Add(FaultKey, found.Fault.ToString());
}
