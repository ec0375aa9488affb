using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>A modification of a collection that its own enumeration runs into.</summary>
/// <param name="Reached">The effect and how the enumeration's region leads to it.</param>
/// <param name="Change">What happens to the contents; null where it is not known whether anything does.</param>
internal sealed record Hazard(ReachedEffect Reached, Modification? Change);
