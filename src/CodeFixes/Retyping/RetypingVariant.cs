using System;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Retyping;

/// <summary>One kind of retyping that a rule offers.</summary>
/// <param name="Key">The equivalence key, by which fix-all finds the same kind.</param>
/// <param name="Title">What the light bulb says.</param>
/// <param name="DeclarationOf">The declaration that a diagnostic is about; null where there is none that could be retyped.</param>
/// <param name="Translate">What it becomes. A translation serves one plan.</param>
internal sealed record RetypingVariant(
    string Key, string Title, Func<RepairContext, Diagnostic, ISymbol?> DeclarationOf, Func<Translation> Translate)
{
    /// <summary>Whether the lock that guarded the declaration goes, and nothing is offered where it must stay.</summary>
    public bool RemovesLock { get; init; }
}
