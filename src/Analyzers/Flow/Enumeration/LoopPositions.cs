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
        if (Stored(getEnumerator) is not { } local)
        {
            return new LoopPositions([], []);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var calls = getEnumerator.EnclosingBody().Executed().OfType<IInvocationOperation>().ToArray();

        // An enumerator that is given anew to the same local starts again.
        return new LoopPositions(
            PositionsOf(call => call.TargetMethod.Name is "GetEnumerator" or "GetAsyncEnumerator"
                && SymbolEqualityComparer.Default.Equals(Stored(call), local)),
            PositionsOf(call => call is { TargetMethod.Name: "MoveNext" or "MoveNextAsync", Instance: { } instance }
                && instance.Unwrapped() is ILocalReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Local, local)));

        BlockPosition[] PositionsOf(System.Func<IInvocationOperation, bool> matches) =>
            [.. calls.Where(matches).Select(call => graph.PositionOf(call)).OfType<BlockPosition>()];
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
