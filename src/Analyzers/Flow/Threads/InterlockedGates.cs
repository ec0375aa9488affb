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
    public bool Contain(IOperation place) =>
        Guard.Of(place).Any(guard => guard is { Section: null, WantsNull: false } && guard.Condition.Parent is not IWhileLoopOperation { ConditionIsTop: false } && Asks(guard.Condition))
        || HasSpun(place);

    // 'while (Interlocked.CompareExchange(ref busy, 1, 0) != 0) wait.SpinOnce();' before it.
    private bool HasSpun(IOperation place)
    {
        for (var (inner, outer) = (place, place.Parent); outer is not null && inner is not (IAnonymousFunctionOperation or ILocalFunctionOperation); (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IBlockOperation block && block.Operations.TakeWhile(statement => statement != inner).OfType<IWhileLoopOperation>().Any(loop => loop.Condition is { } condition && Asks(condition)))
            {
                return true;
            }
        }

        return false;
    }

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
