using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A collection in a member that a lock guards, and what the lock does not guard.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Guard">The lock.</param>
/// <param name="IsOfListedLock">Whether the lock is of a type that the user has listed.</param>
/// <param name="Holders">How many accesses hold it.</param>
/// <param name="Example">One of them.</param>
/// <param name="Unguarded">Those that do not, by the reference that names the collection there.</param>
internal sealed record GuardedMember(
    ISymbol Member, GuardKey Guard, bool IsOfListedLock, int Holders, CollectionAccess Example, ILookup<SyntaxNode, UnguardedAccess> Unguarded)
{
    /// <summary>The accesses through <paramref name="reference"/> that are not guarded.</summary>
    public ImmutableArray<UnguardedAccess> At(SyntaxNode reference) => [.. Unguarded[reference]];
}
