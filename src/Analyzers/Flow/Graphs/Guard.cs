using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>A condition that must have held, or failed, for an operation to run; by structure, which is enough to stay silent.</summary>
/// <param name="Condition">The condition; the value of a <c>switch</c>.</param>
/// <param name="Holds">Whether it held.</param>
/// <param name="Section">The section of the <c>switch</c> in which the operation stands.</param>
/// <param name="WantsNull">Whether it is no condition but a value that must have been null: <c>value ?? operation</c>.</param>
internal readonly record struct Guard(IOperation Condition, bool Holds, ISwitchCaseOperation? Section = null, bool WantsNull = false)
{
    /// <summary>What is known where <paramref name="operation"/> stands, in its own body.</summary>
    public static IEnumerable<Guard> Of(IOperation operation)
    {
        for (var (inner, outer) = (operation, operation.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IConditionalOperation conditional when inner != conditional.Condition:
                    yield return new Guard(conditional.Condition, inner == conditional.WhenTrue);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary when inner == binary.RightOperand:
                    yield return new Guard(binary.LeftOperand, binary.OperatorKind is BinaryOperatorKind.ConditionalAnd);
                    break;
                case ISwitchOperation switched when inner is ISwitchCaseOperation section:
                    yield return new Guard(switched.Value, true, section);
                    break;
                case ICoalesceAssignmentOperation coalesce when inner == coalesce.Value:
                    yield return new Guard(coalesce.Target, true, WantsNull: true);
                    break;
                case ICoalesceOperation coalesce when inner == coalesce.WhenNull:
                    yield return new Guard(coalesce.Value, true, WantsNull: true);
                    break;
                case IWhileLoopOperation { Condition: { } condition } when inner != condition:
                    yield return new Guard(condition, true);
                    break;
                case IBlockOperation block:
                    // 'if (_walking) { _later.Add(x); return; }' before the operation.
                    foreach (var earlier in block.Operations.TakeWhile(statement => statement != inner).OfType<IConditionalOperation>())
                    {
                        if (earlier.WhenFalse is null && Leaves(earlier.WhenTrue))
                        {
                            yield return new Guard(earlier.Condition, false);
                        }
                    }

                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    yield break;
            }
        }
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };
}
