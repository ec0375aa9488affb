using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Editing;

/// <summary>One way to repair one place, decided and ready to be applied.</summary>
/// <param name="Place">The node around which the repair edits.</param>
/// <param name="Fix">Makes the edits. They are replacements of original nodes, so that nested repairs do not lose each other.</param>
/// <param name="Namespace">The namespace that the result needs a using directive for; null where none is missing.</param>
internal sealed record Repair(SyntaxNode Place, Action<DocumentEditor> Fix, string? Namespace = null);
