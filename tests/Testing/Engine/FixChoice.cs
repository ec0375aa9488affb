using System;
using Microsoft.CodeAnalysis.CodeActions;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Which of the offered actions a test means.</summary>
internal sealed record FixChoice(string? Key, int? Index)
{
    /// <summary>A further look at the chosen action.</summary>
    public Action<CodeAction, IVerifier>? Verifier { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        Key is not null ? $"an action with the key '{Key}'" : Index is { } index ? $"an action number {index}" : "an action";
}
