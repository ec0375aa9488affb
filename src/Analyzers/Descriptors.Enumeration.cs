using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers;

public static partial class Descriptors
{
    /// <summary>DICT101: a collection is modified while it is enumerated.</summary>
    public static readonly DiagnosticDescriptor DICT101ModifiedWhileEnumerated = Create(
        "DICT101",
        "A collection is modified while it is enumerated",
        "'{0}' {1} '{2}'{3} while it is enumerated: the next step of the enumeration throws InvalidOperationException{4}",
        RuleCategories.Enumeration,
        RuleLevel.Defect,
        "Adding to, or on some collections and frameworks removing from, a collection inside its own enumeration makes the next step throw.");

    /// <summary>DICT102: the snapshot that a loop enumerates is not needed.</summary>
    public static readonly DiagnosticDescriptor DICT102UnneededSnapshot = Create(
        "DICT102",
        "The snapshot of a collection is not needed",
        "'{0}' copies '{1}' before the loop, which allocates an element for each entry: on this framework everything that the loop does to it is legal while it is enumerated",
        RuleCategories.Enumeration,
        RuleLevel.Suggestion,
        "A copy made only to enumerate it costs time and memory and protects from nothing where every modification in the loop is legal.");
}
