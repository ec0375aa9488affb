using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a place is only for the thread that an <c>Interlocked</c> operation has chosen: a busy flag that one finds free, the
/// first or last of a count, a reference that one has taken out.
/// </summary>
internal sealed class InterlockedGates(SourceBodies bodies)
{
    /// <summary>Whether <paramref name="place"/> is reached, in its own body, only by such a thread.</summary>
    public bool Guard(IOperation place)
    {
        for (var (inner, outer) = (place, place.Parent); outer is not null && inner is not (IAnonymousFunctionOperation or ILocalFunctionOperation); (inner, outer) = (outer, outer.Parent))
        {
            var chooses = outer switch
            {
                IConditionalOperation conditional => conditional.Condition != inner && Asks(conditional.Condition),
                IWhileLoopOperation { ConditionIsTop: true, Condition: { } condition } loop => loop.Body == inner && Asks(condition),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } choice => choice.RightOperand == inner && Asks(choice.LeftOperand),
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != inner).Any(TurnsOthersAway),
                _ => false,
            };
            if (chooses)
            {
                return true;
            }
        }

        return false;
    }

    // 'if (Interlocked.Exchange(ref busy, 1) == 1) return;', 'while (Interlocked.CompareExchange(ref busy, 1, 0) != 0) wait.SpinOnce();'
    private bool TurnsOthersAway(IOperation statement) => statement switch
    {
        IConditionalOperation { WhenFalse: null } conditional => Leaves(conditional.WhenTrue) && Asks(conditional.Condition),
        IWhileLoopOperation { Condition: { } condition } => Asks(condition),
        _ => false,
    };

    private static bool Leaves(IOperation statement) => statement switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    private bool Asks(IOperation condition) => condition.DescendantsAndSelf().Any(operation => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual } comparison => IsGiven(comparison.LeftOperand) || IsGiven(comparison.RightOperand),
        IIsPatternOperation pattern => IsGiven(pattern.Value),
        IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } call => IsGiven(call),
        _ => false,
    });

    // What the exchange has given back, at once or in a local.
    private bool IsGiven(IOperation value)
    {
        value = value.Unwrapped();
        if (value is ILocalReferenceOperation local && bodies.Around(local).Locals.SoleValue(local.Local) is { } stored)
        {
            value = stored.Unwrapped();
        }

        return value is IInvocationOperation { TargetMethod: { Name: "CompareExchange" or "Exchange" or "Increment" or "Decrement" or "Add" or "Or" or "And" } method }
            && method.ContainingType.IsNamed("System.Threading", "Interlocked");
    }
}
