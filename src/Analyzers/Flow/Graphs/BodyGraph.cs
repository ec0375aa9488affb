using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>The control-flow graph of one body, with the places of operations in it.</summary>
internal sealed class BodyGraph
{
    private readonly ControlFlowGraph cfg;
    private readonly ILookup<ControlFlowRegion, int> continuations;
    private readonly ConcurrentDictionary<ControlFlowRegion, FlowGraph> handlerWays = new();
    private readonly Lazy<UnwindingGraph> unwinding;
    private readonly Lazy<ILookup<SyntaxNode, (BlockPosition Position, OperationKind Kind)>> placesBySyntax;
    private readonly Lazy<ImmutableArray<(BlockPosition Position, string Method, SyntaxNode Origin)>> addedCalls;
    private readonly Lazy<ImmutableArray<ILocalSymbol>> flags;
    private readonly Lazy<ILookup<CaptureId, IOperation>> captures;
    private readonly Lazy<ILookup<int, (int Index, int Flag, IAssignmentOperation Assignment)>> flagAssignments;

    private BodyGraph(ControlFlowGraph cfg)
    {
        this.cfg = cfg;
        continuations = ContinuationsOf(cfg);
        Graph = new FlowGraph([.. cfg.Blocks.Select(EdgesOf)]);
        placesBySyntax = Once(() => Places().ToLookup(
            place => place.Operation.Syntax, place => (place.Position, place.Operation.Kind)));
        flags = Once(FindFlags);
        unwinding = Once(() => UnwindingGraph.Of(cfg, block => StatementsOf(block.Ordinal).Any(NeverReturns) ? [] : BranchesOf(block)));
        flagAssignments = Once(() => Places()
            .Where(place => place.Operation is IAssignmentOperation { Target: ILocalReferenceOperation target }
                && Flags.Contains(target.Local, SymbolEqualityComparer.Default))
            .ToLookup(
                place => place.Position.Block,
                place => (place.Position.Index, Flags.IndexOf(((ILocalReferenceOperation)((IAssignmentOperation)place.Operation).Target).Local, SymbolEqualityComparer.Default), (IAssignmentOperation)place.Operation)));
        captures = Once(() => Places().Select(place => place.Operation).OfType<IFlowCaptureOperation>().ToLookup(capture => capture.Id, capture => capture.Value));
        addedCalls = Once(() => (
            from place in Places()
            where place.Operation is IInvocationOperation { IsImplicit: true }
            select (place.Position, ((IInvocationOperation)place.Operation).TargetMethod.Name, place.Operation.Syntax)).ToImmutableArray());
    }

    public FlowGraph Graph { get; }

    /// <summary>The ways to <paramref name="block"/>: where it stands in a handler, those from the guarded code into the handler too.</summary>
    public FlowGraph Toward(int block) =>
        HandlerWays.Around(cfg.Blocks[block]) is not { } handler ? Graph
        : handlerWays.TryGetValue(handler, out var known) ? known
        : handlerWays.GetOrAdd(handler, HandlerWays.Into(handler, Graph));

    /// <summary>The body's ways in full: through <c>finally</c> blocks and, after an exception, into handlers.</summary>
    public UnwindingGraph Unwinding => unwinding.Value;

    /// <summary>The number of the block where the body ends.</summary>
    public int Exit => cfg.Blocks.Length - 1;

    /// <summary>The graph of a body, lambda or local function; null where the compiler has none to give.</summary>
    public static BodyGraph? Of(IOperation body, CancellationToken cancellationToken) =>
        Create(body, cancellationToken) is { } cfg ? new BodyGraph(cfg) : null;

    /// <summary>Where <paramref name="operation"/> is executed; null where it never is, or is not found in the graph.</summary>
    public BlockPosition? PositionOf(IOperation operation)
    {
        foreach (var (position, kind) in placesBySyntax.Value[operation.Syntax])
        {
            if (kind == operation.Kind)
            {
                return position;
            }
        }

        // Lowering has taken the operation apart; what is left of the nearest syntax around it is where it happens.
        for (var node = operation.Syntax; node is not null and not StatementSyntax; node = node.Parent)
        {
            foreach (var (position, _) in placesBySyntax.Value[node])
            {
                return position;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether <paramref name="second"/> can run after <paramref name="first"/>, which does not run again in between, without
    /// any of the <paramref name="barriers"/> in between.
    /// </summary>
    public bool Reaches(BlockPosition first, BlockPosition second, IReadOnlyCollection<BlockPosition> barriers)
    {
        if (first.Block == second.Block && first.Index <= second.Index)
        {
            return !barriers.Any(barrier => barrier.Block == first.Block && barrier.Index > first.Index && barrier.Index < second.Index);
        }

        return !barriers.Any(barrier => barrier.Block == first.Block && barrier.Index > first.Index
                || barrier.Block == second.Block && barrier.Index < second.Index)
            && Toward(second.Block).Reaches(first.Block, second.Block, [first.Block, .. barriers.Select(barrier => barrier.Block)], PathFacts.None);
    }

    /// <summary>The places of calls that the compiler has added for the syntax <paramref name="origin"/>, of a method with one of two names.</summary>
    public IEnumerable<BlockPosition> AddedCalls(SyntaxNode origin, string name, string asyncName) =>
        from call in addedCalls.Value
        where (call.Method == name || call.Method == asyncName) && origin.Span.Contains(call.Origin.Span)
        select call.Position;

    /// <summary>The Boolean locals that the body branches on, at most as many as <see cref="BooleanFlags"/> can keep apart.</summary>
    public ImmutableArray<ILocalSymbol> Flags => flags.Value;

    /// <summary>The assignments of a block to the <see cref="Flags"/>: the number of the statement, the number of the flag, the assignment.</summary>
    public IEnumerable<(int Index, int Flag, IAssignmentOperation Assignment)> FlagAssignments(int block) => flagAssignments.Value[block];

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

    /// <summary>
    /// The condition that a block branches on and, where lowering has put values aside before it (<c>a ?? b</c>, a
    /// <c>switch</c>), what these values come from.
    /// </summary>
    public IEnumerable<IOperation> SourcesOfCondition(int block)
    {
        var pending = new Stack<IOperation>();
        var seen = new HashSet<CaptureId>();
        if (ConditionOf(block) is { } condition)
        {
            pending.Push(condition);
        }

        while (pending.Count > 0)
        {
            var source = pending.Pop();
            yield return source;
            foreach (var capture in source.DescendantsAndSelf().OfType<IFlowCaptureReferenceOperation>())
            {
                if (seen.Add(capture.Id))
                {
                    foreach (var value in captures.Value[capture.Id])
                    {
                        pending.Push(value);
                    }
                }
            }
        }
    }

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

    private ImmutableArray<ILocalSymbol> FindFlags()
    {
        // Two bits each, in an int.
        const int MaximumFlags = 12;
        return
        [
            .. Enumerable.Range(0, Graph.Count)
                .Select(block => ConditionOf(block)?.Unwrapped())
                .OfType<ILocalReferenceOperation>()
                .Select(condition => condition.Local)
                .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default)
                .Take(MaximumFlags),
        ];
    }

    // Every operation that can be executed, and where.
    private IEnumerable<(IOperation Operation, BlockPosition Position)> Places() =>
        from block in cfg.Blocks
        where block.IsReachable
        from statement in StatementsOf(block.Ordinal).Select((operation, index) => (Operation: operation, Position: new BlockPosition(block.Ordinal, index)))
        from operation in statement.Operation.DescendantsAndSelf()
        select (operation, statement.Position);

    // 'ThrowHelper.Fail();': nothing comes after it.
    private static bool NeverReturns(IOperation statement) =>
        statement.DescendantsAndSelf().Any(operation => operation is IInvocationOperation { TargetMethod: var method } && method.NeverReturns());

    // A finally goes on to wherever the branches lead that run through it.
    private static ILookup<ControlFlowRegion, int> ContinuationsOf(ControlFlowGraph cfg) =>
        (from block in cfg.Blocks
         from branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }
         where branch?.Destination is not null
         from region in branch!.FinallyRegions
         select (Region: region, Destination: branch.Destination!.Ordinal)).ToLookup(pair => pair.Region, pair => pair.Destination);

    // Two threads may compute the same thing; neither waits for the other.
    private static Lazy<T> Once<T>(Func<T> compute) => new(compute, LazyThreadSafetyMode.PublicationOnly);

    private ImmutableArray<FlowEdge> EdgesOf(BasicBlock block)
    {
        if (StatementsOf(block.Ordinal).Any(NeverReturns))
        {
            return [];
        }

        var edges = ImmutableArray.CreateBuilder<FlowEdge>();
        foreach (var (branch, condition) in BranchesOf(block))
        {
            AddEdges(edges, block, branch, condition);
        }

        return edges.ToImmutable();
    }

    // The ways out of a block that can be taken, and the value of its condition on which they are.
    private static IEnumerable<(ControlFlowBranch? Branch, bool? Condition)> BranchesOf(BasicBlock block)
    {
        var whenTaken = block.ConditionKind switch
        {
            ControlFlowConditionKind.WhenTrue => true,
            ControlFlowConditionKind.WhenFalse => false,
            _ => (bool?)null,
        };

        // 'while (true)' has one way on, not two.
        var known = block.BranchValue?.ConstantValue is { HasValue: true, Value: bool value } ? value : (bool?)null;
        if (whenTaken is null || known is null || known == whenTaken)
        {
            yield return (block.ConditionalSuccessor, whenTaken);
        }

        if (whenTaken is null || known is null || known != whenTaken)
        {
            yield return (block.FallThroughSuccessor, !whenTaken);
        }
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

            case { Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling } when Finally(block) is { } region:
                edges.AddRange(continuations[region].Select(destination => new FlowEdge(destination, null)));
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
