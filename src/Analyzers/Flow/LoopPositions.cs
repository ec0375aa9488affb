using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Where an enumeration begins and where it takes its steps, in the control-flow graph of the body it stands in.</summary>
internal sealed record LoopPositions(IReadOnlyCollection<BlockPosition> Starts, IReadOnlyCollection<BlockPosition> Steps)
{
    /// <summary>The positions of a <c>foreach</c>.</summary>
    public static LoopPositions Of(IForEachLoopOperation loop, BodyGraph graph)
    {
        // The compiler gives the calls that it adds for a loop the syntax of the loop's collection.
        var collection = loop.Collection.Syntax;
        return new LoopPositions(
            [.. graph.AddedCalls(collection, "GetEnumerator", "GetAsyncEnumerator")],
            [.. graph.AddedCalls(collection, "MoveNext", "MoveNextAsync")]);
    }

    /// <summary>The positions of an enumerator that is stored in a local and moved by hand; none where it is not.</summary>
    public static LoopPositions OfEnumerator(IInvocationOperation getEnumerator, BodyGraph graph, CancellationToken cancellationToken)
    {
        var local = Stored(getEnumerator);
        if (local is null || graph.PositionOf(getEnumerator) is not { } start)
        {
            return new LoopPositions([], []);
        }

        var steps =
            from operation in getEnumerator.EnclosingBody().Executed()
            where operation is IInvocationOperation { TargetMethod.Name: "MoveNext" or "MoveNextAsync", Instance: { } instance }
                && instance.Unwrapped() is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)
            let position = graph.PositionOf(operation)
            where position is not null
            select position.Value;
        cancellationToken.ThrowIfCancellationRequested();
        var restarts =
            from operation in getEnumerator.EnclosingBody().Executed()
            where operation is IInvocationOperation { TargetMethod.Name: "GetEnumerator" or "GetAsyncEnumerator" }
                && SymbolEqualityComparer.Default.Equals(Stored(operation), local)
            let position = graph.PositionOf(operation)
            where position is not null
            select position.Value;
        return new LoopPositions([start, .. restarts], [.. steps]);
    }

    private static ILocalSymbol? Stored(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or IVariableInitializerOperation)
        {
            parent = parent.Parent;
        }

        return parent switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
    }
}
