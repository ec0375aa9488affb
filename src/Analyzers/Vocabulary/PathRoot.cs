using System;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Where an <see cref="InstancePath"/> begins.</summary>
internal readonly struct PathRoot(PathRootKind kind, ISymbol? symbol, object? value) : IEquatable<PathRoot>
{
    public PathRootKind Kind => kind;

    /// <summary>The local or parameter, for <see cref="PathRootKind.Symbol"/>.</summary>
    public ISymbol? Symbol => symbol;

    /// <summary>The constant's value, or the syntax of the creation.</summary>
    public object? Value => value;

    public bool Equals(PathRoot other) =>
        Kind == other.Kind && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is PathRoot other && Equals(other);

    public override int GetHashCode() =>
        unchecked(((int)Kind * 31) + SymbolEqualityComparer.Default.GetHashCode(Symbol) + (Value?.GetHashCode() ?? 0));

    public override string ToString() => Symbol?.Name ?? (Kind is PathRootKind.Constant ? Value?.ToString() ?? "null" : Kind.ToString());
}
