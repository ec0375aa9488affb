using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A walk over the members of a type.</summary>
/// <param name="Place">The loop, the lambda, or the method whose parameter the member is.</param>
/// <param name="Variables">The variables that stand for the member of each step.</param>
/// <param name="List">The list that is walked.</param>
internal readonly record struct MemberWalk(IOperation Place, ImmutableHashSet<ISymbol> Variables, MemberList List);
