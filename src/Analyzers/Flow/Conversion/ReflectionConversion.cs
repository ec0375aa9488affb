using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>An object that becomes a dictionary member by member, through reflection.</summary>
/// <param name="Read">The read of one member.</param>
/// <param name="Walk">The walk over the members.</param>
/// <param name="Sink">Where the value is put beside the name.</param>
internal readonly record struct ReflectionConversion(MemberRead Read, MemberWalk Walk, PairSink Sink);
