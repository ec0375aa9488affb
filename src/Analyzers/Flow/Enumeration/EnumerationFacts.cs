using System.Collections.Immutable;

namespace DictionaryAnalyzers.Flow;

/// <summary>What a diagnostic about an enumeration hands to its code fix.</summary>
public static class EnumerationFacts
{
    /// <summary>The kind of the enumerated collection, as named in <c>CollectionKind</c>.</summary>
    public const string KindKey = "Kind";

    /// <summary>What happens to the contents, as named in <c>Modification</c>.</summary>
    public const string ChangeKey = "Change";

    /// <summary>How the enumeration is driven, as named in <c>EnumerationForm</c>.</summary>
    public const string FormKey = "Form";

    /// <summary>What the elements are, as named in <c>SequenceView</c>.</summary>
    public const string ViewKey = "View";

    /// <summary>Whether the modification stands in the region itself and concerns the loop's own key or element.</summary>
    public const string OwnKeyKey = "OwnKey";

    internal static ImmutableDictionary<string, string?> Of(Enumeration enumeration, Hazard hazard, CompilationModel model)
    {
        var use = hazard.Reached.Effect.Use!.Value;
        var key = hazard.Reached.Frame.Caller is null ? model.Paths.Read(use.Key, default) : null;
        return ImmutableDictionary<string, string?>.Empty
            .Add(KindKey, enumeration.Sequence.Kind.ToString())
            .Add(ChangeKey, hazard.Change.ToString())
            .Add(FormKey, enumeration.Form.ToString())
            .Add(ViewKey, enumeration.Sequence.View.ToString())
            .Add(OwnKeyKey, key is not null && enumeration.IsOwnKey(key) ? "true" : "false");
    }
}
