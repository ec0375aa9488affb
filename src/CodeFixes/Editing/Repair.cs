using System;
using System.Collections.Immutable;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Editing;

/// <summary>One way to repair one place, decided and ready to be applied.</summary>
/// <param name="Place">The node around which the repair edits.</param>
/// <param name="Fix">Makes the edits. They are replacements of original nodes, so that nested repairs do not lose each other.</param>
/// <param name="Namespace">The namespace that the result needs a using directive for; null where none is missing.</param>
internal sealed record Repair(SyntaxNode Place, Action<DocumentEditor> Fix, string? Namespace = null)
{
    /// <summary>What the repair writes anew; of two that share some of it the second waits for the next round.</summary>
    public ImmutableArray<TextSpan> Rewrites { get; init; } = [];

    /// <summary>Edits of the text, for a repair that goes through the whole document; it makes no others.</summary>
    public TextEdits? Edits { get; init; }

    /// <summary>The rules that may not report more after the repair than before.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Watched { get; init; } = [];
}
