using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A dictionary that several threads have and that is written without synchronization.</summary>
/// <param name="Member">The field or property that holds it.</param>
/// <param name="First">The first such write.</param>
/// <param name="Others">The other accesses without a lock.</param>
/// <param name="Instance">What makes the objects shared that hold it; null where something else does.</param>
/// <param name="Sign">The other member that the writing code keeps safe for several threads; null where something else makes the dictionary shared.</param>
/// <param name="OnlyKeeps">Whether all writes only keep or remove what their callers give: a registration, which programs do while they start.</param>
internal sealed record UnsynchronizedWrite(
    ISymbol Member, CollectionAccess First, ImmutableArray<CollectionAccess> Others, SharedInstance? Instance, ISymbol? Sign, bool OnlyKeeps);
