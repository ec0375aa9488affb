using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// Is a variable that <c>TryGetValue(key, out variable)</c> gives read only where that call returned true? Asked of the control-flow
/// graph, so that early exits, conjunctions and loops need no cases of their own.
/// </summary>
internal static class KnownSuccess
{
    public static bool Before(
        CompilationModel facts, IOperation read, ISymbol variable, IReadOnlyCollection<IArgumentOperation> writes, CancellationToken cancellationToken)
    {
        var body = writes.First().EnclosingBody();
        if (writes.Any(write => write.EnclosingBody() != body) || Outermost(read, body) is not { } place
            || (place != read && (place is ILocalFunctionOperation || writes.Count > 1))
            || facts.Graphs.Of(body, cancellationToken) is not { } graph || graph.PositionOf(place) is not { } position)
        {
            return false;
        }

        var calls = writes.Select(write => (Call: write.Parent!, Position: graph.PositionOf(write.Parent!))).ToArray();
        if (calls.Any(call => call.Position is null))
        {
            return false;
        }

        bool Establishes(int block, FlowEdge edge)
        {
            if (edge.Condition is not { } taken || graph.ConditionOf(block) is not { } condition)
            {
                return false;
            }

            var (tested, whenTrue) = BooleanTest.Of(condition);
            return taken == whenTrue && calls.Any(call => call.Call.Syntax == tested.Syntax);
        }

        var onEntry = graph.Graph.SolveMust(
            (block, holds) => holds && calls.All(call => call.Position!.Value.Block != block), Establishes);
        return onEntry[position.Block]
            && calls.All(call => call.Position!.Value.Block != position.Block || call.Position.Value.Index > position.Index);
    }

    // The read itself, or the lambda of this body in which it stands.
    private static IOperation? Outermost(IOperation read, IOperation body)
    {
        var place = read;
        for (var candidate = read; candidate is not null && candidate != body; candidate = candidate.Parent)
        {
            if (candidate is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                place = candidate;
            }
        }

        return read.IsWithin(body) ? place : null;
    }
}
