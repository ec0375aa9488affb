using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>A code action and the provider that offers it.</summary>
internal sealed record OfferedFix(CodeAction Action, CodeFixProvider Provider)
{
    /// <summary>The action as a reader of a failed test wants to see it.</summary>
    public override string ToString() => $"'{Action.Title}' (key {(Action.EquivalenceKey is { } key ? $"'{key}'" : "null")})";
}
