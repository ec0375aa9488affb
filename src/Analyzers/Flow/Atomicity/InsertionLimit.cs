using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a body that inserts into a dictionary compares its number of entries with a limit: a bounded cache that counts at each insertion.</summary>
internal sealed class InsertionLimit(CompilationModel model)
{
    /// <summary>The insertion; null where the number is not compared with a limit, or nothing is inserted.</summary>
    public IOperation? Of(IPropertyReferenceOperation property, DictionaryUse use, CancellationToken cancellationToken)
    {
        if (!IsCompared(DictionaryUse.NumberFrom(property)) || IsSampled(property) || model.Paths.Read(use.Receiver, cancellationToken) is not { } path)
        {
            return null;
        }

        return property.EnclosingBody().Executed().FirstOrDefault(operation =>
            DictionaryUse.TryGet(operation, model.Types) is { Verb: Verb.Insert or Verb.InsertOrThrow or Verb.Upsert } insertion
            && path.Equals(model.Paths.Read(insertion.Receiver, cancellationToken)));
    }

    // 'if (added % 100 == 0 && cd.Count > limit)' counts at one insertion of many.
    private static bool IsSampled(IOperation property) => Guard.Of(property).Any(guard => guard.Condition.DescendantsAndSelf().Any(operation =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder }
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.And, Type.SpecialType: not SpecialType.System_Boolean }));

    private static bool IsCompared(IOperation number)
    {
        while (number.Parent is IParenthesizedOperation or IConversionOperation)
        {
            number = number.Parent;
        }

        return number.Parent is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
        } or IIsPatternOperation { Pattern: IRelationalPatternOperation };
    }
}
