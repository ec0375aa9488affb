using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A collection in a member that a lock guards, and what the lock does not guard.</summary>
/// <param name="Member">The field or property.</param>
/// <param name="Guard">The lock.</param>
/// <param name="Holders">How many accesses hold it.</param>
/// <param name="Example">One of them.</param>
/// <param name="Unguarded">Those that do not, by the reference in which they begin.</param>
internal sealed record GuardedMember(
    ISymbol Member, GuardKey Guard, int Holders, CollectionAccess Example, ILookup<SyntaxNode, UnguardedAccess> Unguarded)
{
    /// <summary>The accesses that begin at <paramref name="reference"/> and are not guarded.</summary>
    public ImmutableArray<UnguardedAccess> At(SyntaxNode reference) => [.. Unguarded[reference]];
}
