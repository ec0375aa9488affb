using System;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>One step of an <see cref="InstancePath"/>: into a member, or to the element under a key.</summary>
internal readonly struct PathSegment(ISymbol? member, InstancePath? key) : IEquatable<PathSegment>
{
    public ISymbol? Member => member;

    public InstancePath? Key => key;

    public bool Equals(PathSegment other) =>
        SymbolEqualityComparer.Default.Equals(Member, other.Member) && Equals(Key, other.Key);

    public override bool Equals(object? obj) => obj is PathSegment other && Equals(other);

    public override int GetHashCode() =>
        unchecked((SymbolEqualityComparer.Default.GetHashCode(Member) * 31) + (Key?.GetHashCode() ?? 0));
}
