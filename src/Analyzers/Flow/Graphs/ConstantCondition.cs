using System;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Evaluates a callee's condition as far as the constants that a call passes decide it.</summary>
/// <param name="argumentOf">The constant passed for a parameter, or <see cref="SomeObject"/>; empty where neither is known.</param>
internal sealed class ConstantCondition(Func<IParameterSymbol, Optional<object?>> argumentOf)
{
    /// <summary>Stands for a value of which no more is known than that it is not null.</summary>
    public static readonly object SomeObject = new();

    /// <summary>Whether <paramref name="condition"/> holds; null where the constants do not decide it.</summary>
    public bool? Holds(IOperation condition) => Holds(condition, 0);

    private bool? Holds(IOperation condition, int depth)
    {
        // Nobody writes a condition this deep; a generator may.
        if (depth > 40)
        {
            return null;
        }

        condition = condition.Unwrapped();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Holds(not.Operand, depth + 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and:
                return Both(Holds(and.LeftOperand, depth + 1), Holds(and.RightOperand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or:
                return !Both(!Holds(or.LeftOperand, depth + 1), !Holds(or.RightOperand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality:
                return AreEqual(equality.LeftOperand, equality.RightOperand);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } inequality:
                return !AreEqual(inequality.LeftOperand, inequality.RightOperand);
            case IIsPatternOperation { Pattern: IConstantPatternOperation constant } test:
                return AreEqual(test.Value, constant.Value);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation constant } } test:
                return !AreEqual(test.Value, constant.Value);
            default:
                return ValueOf(condition) is { HasValue: true, Value: bool value } ? value : null;
        }
    }

    /// <summary>Whether <paramref name="operation"/> is null; null where that is not known.</summary>
    public bool? IsNull(IOperation operation) => ValueOf(operation) is { HasValue: true, Value: var value } ? value is null : null;

    /// <summary>Whether <paramref name="section"/> of a switch can run; null where the constants do not decide it.</summary>
    public bool? Selects(ISwitchOperation switched, ISwitchCaseOperation section)
    {
        if (ValueOf(switched.Value) is not { HasValue: true, Value: var value } || value == SomeObject)
        {
            return null;
        }

        var selected = switched.Cases.FirstOrDefault(candidate => candidate.Clauses.OfType<ISingleValueCaseClauseOperation>()
            .Any(clause => clause.Value.ConstantValue is { HasValue: true, Value: var label } && Equals(label, value)));
        if (selected is null && switched.Cases.Any(candidate => candidate.Clauses.Any(clause => clause is IPatternCaseClauseOperation)))
        {
            return null;
        }

        // 'goto case' leads from one section to another; then any may run.
        return switched.Descendants().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.GoTo })
            ? null
            : selected is null ? section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation) : selected == section;
    }

    private static bool? Both(bool? left, bool? right) =>
        left == false || right == false ? false : left is null || right is null ? null : true;

    private bool? AreEqual(IOperation left, IOperation right) =>
        ValueOf(left) is not { HasValue: true, Value: var first } || ValueOf(right) is not { HasValue: true, Value: var second } ? null
            : first != SomeObject && second != SomeObject ? Equals(first, second)
            : first is null || second is null ? false
            : null;

    private Optional<object?> ValueOf(IOperation operation)
    {
        operation = operation.Unwrapped();
        return operation.ConstantValue is { HasValue: true } known ? known
            : operation is IParameterReferenceOperation { Parameter: var parameter } ? argumentOf(parameter)
            : default;
    }
}
