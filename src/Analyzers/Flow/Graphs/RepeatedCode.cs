using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which loop runs an operation again and again: one around it in its own body, or one in the same type that calls the
/// member it stands in, directly or by one other member.
/// </summary>
internal sealed class RepeatedCode(CompilationModel model)
{
    private const int MaximumCallers = 2;

    /// <summary>The loop, and whether it stands around the operation itself; null where none is known.</summary>
    public (IOperation Loop, bool IsAround)? LoopOf(IOperation operation, CancellationToken cancellationToken) =>
        LoopAround(operation) is { } loop ? (loop, true)
        : CallingLoop(operation, MaximumCallers, cancellationToken) is { } caller ? (caller, false)
        : null;

    private IOperation? CallingLoop(IOperation operation, int depth, CancellationToken cancellationToken)
    {
        var body = operation.EnclosingBody();
        if (depth == 0 || SeldomCode.Is(operation) || body is IAnonymousFunctionOperation
            || MethodOf(body, operation, cancellationToken) is not { } method)
        {
            return null;
        }

        IEnumerable<IOperation> calls = body is ILocalFunctionOperation
            ? body.Root().Descendants().OfType<IInvocationOperation>().Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod, method))
            : model.Members.CallsOf(method, cancellationToken) ?? (IEnumerable<IOperation>)[];
        foreach (var call in calls)
        {
            if (call is IInvocationOperation or IPropertyReferenceOperation && !call.IsWithin(body) && !SeldomCode.Is(call)
                && (LoopAround(call) ?? CallingLoop(call, depth - 1, cancellationToken)) is { } loop)
            {
                return loop;
            }
        }

        return null;
    }

    private IMethodSymbol? MethodOf(IOperation body, IOperation operation, CancellationToken cancellationToken) =>
        body is ILocalFunctionOperation { Symbol: var function }
            ? function
            : model.Bodies.ModelOf(operation.Syntax.SyntaxTree).GetEnclosingSymbol(operation.Syntax.SpanStart, cancellationToken) is IMethodSymbol
            {
                MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet
            } method
                ? method
                : null;

    /// <summary>The loop around <paramref name="operation"/> in its own body. What the loop runs once, as its head is, or what ends it, it does not repeat.</summary>
    public IOperation? LoopAround(IOperation operation)
    {
        // How many loops the operation leaves: a 'break' one, a 'return' all.
        var leaves = 0;
        for (var (inner, outer) = (operation, operation.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IThrowOperation:
                    return null;
                case IReturnOperation { Kind: OperationKind.Return }:
                    leaves = int.MaxValue;
                    break;
                case IBlockOperation block:
                    switch (ExitAfter(block, inner))
                    {
                        case IBranchOperation { BranchKind: BranchKind.Break }:
                            leaves = Math.Max(leaves, 1);
                            break;
                        case not null:
                            leaves = int.MaxValue;
                            break;
                    }

                    break;
                case ISwitchCaseOperation when leaves == 1:
                    leaves = 0;
                    break;
                case ILoopOperation loop when IsRepeatedBy(loop, inner):
                    if (leaves == 0)
                    {
                        return loop;
                    }

                    leaves -= leaves == 1 ? 1 : 0;
                    break;
                case IAnonymousFunctionOperation:
                    return RunsForEach(outer) ? outer : null;
                case ILocalFunctionOperation:
                    return null;
            }
        }

        return null;
    }

    private static bool IsRepeatedBy(ILoopOperation loop, IOperation part) => loop switch
    {
        IForEachLoopOperation each => part == each.Body,
        IForLoopOperation counted => part == counted.Body || part == counted.Condition || counted.AtLoopBottom.Contains(part),
        IWhileLoopOperation => true,
        _ => false,
    };

    // 'return x;' or 'break;' at the end of the block that the operation stands in.
    private static IOperation? ExitAfter(IBlockOperation block, IOperation inner)
    {
        var last = block.Operations.LastOrDefault();
        return last is IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }
            or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo }
            && block.Operations.IndexOf(inner) >= 0 && block.Parent is not (IMethodBodyBaseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                ? last
                : null;
    }

    // 'Parallel.ForEach(items, item => ..)', 'items.Where(item => ..)', 'list.ForEach(item => ..)'
    private bool RunsForEach(IOperation lambda)
    {
        if (LambdaRuns.ReceiverOf(lambda) is not { Parent: IInvocationOperation { TargetMethod: var method } } argument)
        {
            return false;
        }

        var isKeyOrElement = argument.Parameter?.Type is INamedTypeSymbol { DelegateInvokeMethod.Parameters.Length: > 0 };
        return isKeyOrElement
            && ((LazyOperators.Of(method, model.Types) is not Laziness.Unknown)
                || method.ContainingType.IsNamed("System.Threading.Tasks", "Parallel")
                || (method.Name == "ForEach" && model.Types.KindOf(method.ContainingType) is CollectionKind.List));
    }
}
