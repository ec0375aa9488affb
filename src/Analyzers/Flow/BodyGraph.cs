using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>The control-flow graph of one body, with the places of operations in it.</summary>
internal sealed class BodyGraph
{
    private readonly ControlFlowGraph cfg;

    private BodyGraph(ControlFlowGraph cfg)
    {
        this.cfg = cfg;
        Graph = new FlowGraph([.. cfg.Blocks.Select(EdgesOf)]);
    }

    public FlowGraph Graph { get; }

    /// <summary>The number of the block where the body ends.</summary>
    public int Exit => cfg.Blocks.Length - 1;

    /// <summary>The graph of the body around <paramref name="operation"/>; null where the compiler has none to give.</summary>
    public static BodyGraph? Around(IOperation operation, CancellationToken cancellationToken) =>
        Create(operation.EnclosingBody(), cancellationToken) is { } cfg ? new BodyGraph(cfg) : null;

    /// <summary>The graph of a body, lambda or local function.</summary>
    public static BodyGraph? Of(IOperation body, CancellationToken cancellationToken) =>
        Create(body, cancellationToken) is { } cfg ? new BodyGraph(cfg) : null;

    /// <summary>Where <paramref name="operation"/> is executed; null where it is not found in the graph.</summary>
    public BlockPosition? PositionOf(IOperation operation)
    {
        BlockPosition? nearest = null;
        var nearestLength = int.MaxValue;
        foreach (var block in cfg.Blocks)
        {
            for (var index = 0; index <= block.Operations.Length; index++)
            {
                var statement = index < block.Operations.Length ? block.Operations[index] : block.BranchValue;
                if (statement is null || statement.Syntax.SyntaxTree != operation.Syntax.SyntaxTree
                    || !statement.Syntax.FullSpan.Contains(operation.Syntax.Span))
                {
                    continue;
                }

                // Lowering spreads one statement over blocks; the operation is where its own syntax stands.
                if (statement.DescendantsAndSelf().Any(inner => inner.Syntax == operation.Syntax && inner.Kind == operation.Kind))
                {
                    return new BlockPosition(block.Ordinal, index);
                }

                if (statement.Syntax.Span.Length < nearestLength)
                {
                    nearest = new BlockPosition(block.Ordinal, index);
                    nearestLength = statement.Syntax.Span.Length;
                }
            }
        }

        return nearest;
    }

    /// <summary>The places where <paramref name="matches"/> finds an operation.</summary>
    public IEnumerable<BlockPosition> PositionsOf(System.Func<IOperation, bool> matches)
    {
        foreach (var block in cfg.Blocks)
        {
            for (var index = 0; index <= block.Operations.Length; index++)
            {
                var statement = index < block.Operations.Length ? block.Operations[index] : block.BranchValue;
                if (statement?.DescendantsAndSelf().Any(matches) == true)
                {
                    yield return new BlockPosition(block.Ordinal, index);
                }
            }
        }
    }

    /// <summary>The statements of a block in order; the last, where there is one, decides its branch.</summary>
    public IEnumerable<IOperation> StatementsOf(int block)
    {
        foreach (var operation in cfg.Blocks[block].Operations)
        {
            yield return operation;
        }

        if (cfg.Blocks[block].BranchValue is { } branch)
        {
            yield return branch;
        }
    }

    /// <summary>The condition that a block branches on; null where it does not.</summary>
    public IOperation? ConditionOf(int block) =>
        cfg.Blocks[block].ConditionKind is ControlFlowConditionKind.None ? null : cfg.Blocks[block].BranchValue;

    /// <summary>What a block returns, where it ends in a return.</summary>
    public IOperation? ReturnedBy(int block) =>
        cfg.Blocks[block] is { FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.Return } returning ? returning.BranchValue : null;

    private static ControlFlowGraph? Create(IOperation body, CancellationToken cancellationToken)
    {
        switch (body)
        {
            case IAnonymousFunctionOperation lambda:
                var around = lambda.Parent is null ? null : Create(lambda.Parent.EnclosingBody(), cancellationToken);
                var flow = around?.Blocks
                    .SelectMany(block => block.BranchValue is { } branch ? block.Operations.Add(branch) : block.Operations)
                    .SelectMany(operation => operation.DescendantsAndSelf())
                    .OfType<IFlowAnonymousFunctionOperation>()
                    .FirstOrDefault(candidate => candidate.Syntax == lambda.Syntax);
                return flow is null ? null : around!.GetAnonymousFunctionControlFlowGraph(flow, cancellationToken);
            case ILocalFunctionOperation function:
                return function.Parent is null
                    ? null
                    : Create(function.Parent.EnclosingBody(), cancellationToken)?.GetLocalFunctionControlFlowGraphInScope(function.Symbol, cancellationToken);
            case IBlockOperation { Parent: null } block:
                return ControlFlowGraph.Create(block, cancellationToken);
            case IMethodBodyOperation method:
                return ControlFlowGraph.Create(method, cancellationToken);
            case IConstructorBodyOperation constructor:
                return ControlFlowGraph.Create(constructor, cancellationToken);
            case IFieldInitializerOperation field:
                return ControlFlowGraph.Create(field, cancellationToken);
            case IPropertyInitializerOperation property:
                return ControlFlowGraph.Create(property, cancellationToken);
            default:
                return null;
        }
    }

    private ImmutableArray<FlowEdge> EdgesOf(BasicBlock block)
    {
        var edges = ImmutableArray.CreateBuilder<FlowEdge>();
        var whenTaken = block.ConditionKind switch
        {
            ControlFlowConditionKind.WhenTrue => true,
            ControlFlowConditionKind.WhenFalse => false,
            _ => (bool?)null,
        };
        AddEdges(edges, block, block.ConditionalSuccessor, whenTaken);
        AddEdges(edges, block, block.FallThroughSuccessor, !whenTaken);
        return edges.ToImmutable();
    }

    private void AddEdges(ImmutableArray<FlowEdge>.Builder edges, BasicBlock block, ControlFlowBranch? branch, bool? condition)
    {
        switch (branch)
        {
            case null:
                return;
            case { Destination: { } next } when branch.FinallyRegions.All(EndsNormally):
                edges.Add(new FlowEdge(next.Ordinal, condition));
                return;
            case { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow }:
                edges.AddRange(HandlersOf(block).Select(handler => new FlowEdge(handler, condition)));
                return;

            // A finally goes on to wherever the branches lead that run through it.
            case { Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling } when Finally(block) is { } region:
                edges.AddRange(
                    from other in cfg.Blocks
                    from leaving in new[] { other.ConditionalSuccessor, other.FallThroughSuccessor }
                    let destination = leaving?.Destination
                    where destination is not null && leaving!.FinallyRegions.Contains(region)
                    select new FlowEdge(destination.Ordinal, null));
                return;
        }
    }

    private static ControlFlowRegion? Finally(BasicBlock block)
    {
        var region = block.EnclosingRegion;
        while (region is not null && region.Kind is not ControlFlowRegionKind.Finally)
        {
            region = region.EnclosingRegion;
        }

        return region;
    }

    // A finally that always throws lets nothing through.
    private bool EndsNormally(ControlFlowRegion region) =>
        Enumerable.Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
            .Any(ordinal => cfg.Blocks[ordinal] is { IsReachable: true, FallThroughSuccessor.Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling });

    // Exceptions thrown here may be caught by these; a handler inside the loop lets the loop go on.
    private static IEnumerable<int> HandlersOf(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } guarded })
            {
                foreach (var handler in guarded.NestedRegions.Where(nested => nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler))
                {
                    yield return handler.FirstBlockOrdinal;
                }
            }
        }
    }
}
