using System.Collections.Immutable;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An effect that running a region leads to, itself or through callees.</summary>
/// <param name="Effect">The effect, in terms of the body that has it.</param>
/// <param name="Target">The affected object in terms of the region; null where the region cannot name it.</param>
/// <param name="Site">The operation of the region that leads to it.</param>
/// <param name="Frame">The activation that has the effect.</param>
internal sealed record ReachedEffect(Effect Effect, InstancePath? Target, IOperation Site, Frame Frame)
{
    /// <summary>Whether this one stands before <paramref name="other"/> in the body, the region or a callee, in which their ways part.</summary>
    public bool Precedes(ReachedEffect other) =>
        PartingFrom(other) is var (own, others)
        && own.Syntax.SyntaxTree == others.Syntax.SyntaxTree && own.Syntax.SpanStart < others.Syntax.SpanStart;

    /// <summary>The two operations of one body that lead to this effect and to <paramref name="other"/>; null where it is the same effect.</summary>
    public (IOperation Own, IOperation Others)? PartingFrom(ReachedEffect other)
    {
        var (own, others) = (Places(), other.Places());
        for (var depth = 0; depth < own.Length && depth < others.Length; depth++)
        {
            if (own[depth] != others[depth])
            {
                return (own[depth], others[depth]);
            }
        }

        return null;
    }

    // The call in the region, the call in its callee, and so on down to the effect itself.
    private ImmutableArray<IOperation> Places()
    {
        var places = ImmutableArray.Create(Effect.Operation);
        for (var frame = Frame; frame.Caller is not null; frame = frame.Caller)
        {
            places = places.Insert(0, frame.Call!.Operation);
        }

        return places;
    }
}
