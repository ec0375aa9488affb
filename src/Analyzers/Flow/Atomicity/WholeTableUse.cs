using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a property takes every lock of a concurrent dictionary, and whether it copies the table as well.</summary>
internal static class WholeTableUse
{
    /// <summary>The dictionary whose table <paramref name="property"/> locks; null where it does not, or where other rules have a better word.</summary>
    public static DictionaryUse? Of(IPropertyReferenceOperation property, CompilationModel model, CancellationToken cancellationToken)
    {
        if (property.Property is not { Name: "Count" or "Keys" or "Values", IsIndexer: false }
            || DictionaryUse.TryGet(property, model.Types) is not { } use
            || (use.Kind is not CollectionKind.ConcurrentDictionary
                && (use.Kind is not CollectionKind.Interface || model.Kinds.Of(use.Receiver, cancellationToken) is not CollectionKind.ConcurrentDictionary)))
        {
            return null;
        }

        var isKnownBetter = use.Verb is Verb.Count ? IsTestForEmpty(property) : IsKeySearch(property);
        return isKnownBetter ? null : use;
    }

    // 'cd.Count == 0', 'cd.Count > 0', 'cd.Count is 0': CA1836 says 'IsEmpty'.
    private static bool IsTestForEmpty(IPropertyReferenceOperation count)
    {
        var value = (IOperation)count;
        while (value.Parent is IParenthesizedOperation or IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IBinaryOperation comparison => IsSmall(value == comparison.LeftOperand ? comparison.RightOperand : comparison.LeftOperand) && IsComparison(comparison.OperatorKind),
            IIsPatternOperation { Pattern: IConstantPatternOperation pattern } => IsSmall(pattern.Value),
            IIsPatternOperation { Pattern: IRelationalPatternOperation pattern } => IsSmall(pattern.Value),
            IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } => IsSmall(pattern.Value),
            _ => false,
        };
    }

    private static bool IsSmall(IOperation value) => value.ConstantValue is { HasValue: true, Value: 0 or 1 };

    private static bool IsComparison(BinaryOperatorKind kind) => kind
        is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;

    // 'cd.Keys.Contains(key)': CA1841 says 'ContainsKey'.
    private static bool IsKeySearch(IPropertyReferenceOperation view)
    {
        var value = (IOperation)view;
        while (value.Parent is IParenthesizedOperation or IConversionOperation or IArgumentOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IInvocationOperation { TargetMethod.Name: "Contains" };
    }
}
