using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Takes negations and comparisons with constants off a Boolean expression: <c>!x</c>, <c>x == false</c>, <c>x is not true</c>.</summary>
internal static class BooleanTest
{
    /// <summary>What is tested in the end, and whether the condition holds where that is true.</summary>
    public static (IOperation Tested, bool WhenTrue) Of(IOperation condition)
    {
        var whenTrue = true;
        while (true)
        {
            condition = condition.Unwrapped();
            switch (condition)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    (condition, whenTrue) = (not.Operand, !whenTrue);
                    continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                    when comparison.RightOperand.Unwrapped().ConstantValue is { HasValue: true, Value: bool right }:
                    (condition, whenTrue) = (comparison.LeftOperand, whenTrue == (right == (comparison.OperatorKind is BinaryOperatorKind.Equals)));
                    continue;
                case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } } } test:
                    (condition, whenTrue) = (test.Value, whenTrue == constant);
                    continue;
                case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } } } } test:
                    (condition, whenTrue) = (test.Value, whenTrue != constant);
                    continue;
                default:
                    return (condition, whenTrue);
            }
        }
    }
}
