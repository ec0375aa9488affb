using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers who reads a lazy sequence to its end, and whether it notices a change of the source.</summary>
internal sealed class QueryReaders(KnownTypes types)
{
    /// <summary>Methods outside LINQ that read a sequence they are given: <c>string.Join(", ", query)</c>, <c>list.AddRange(query)</c>, <c>set.UnionWith(query)</c>.</summary>
    public bool ReadsSequences(IMethodSymbol method) =>
        method.ContainingType?.SpecialType == SpecialType.System_String
        || types.KindOf(method.ContainingType) is not CollectionKind.None && types.IsKnown(method.ContainingType!);

    /// <summary>Whether operators walk the source. What is a list is read by index by most; only pairs of an ordered dictionary are walked after all.</summary>
    public static bool AreWalkers(LiveSequence sequence) =>
        !SequenceReader.IsList(sequence)
        || sequence is { Kind: CollectionKind.OrderedDictionary, View: SequenceView.Elements, Stages.IsEmpty: true };
}
