using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether code runs once for each type: where a dictionary by <c>Type</c>, in a field or property, was asked in vain and is
/// filled at once, with <c>TryGetValue</c>, <c>ContainsKey</c> or <c>GetOrAdd</c>.
/// </summary>
internal static class TypeCacheMisses
{
    /// <summary>Whether <paramref name="place"/> runs only where such a dictionary has nothing yet.</summary>
    public static bool Contain(IOperation place)
    {
        for (var (inner, parent) = (place, place.Parent); parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); (inner, parent) = (parent, parent.Parent))
        {
            if (parent is IConditionalOperation { Condition: IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IInvocationOperation { TargetMethod.Name: "TryGetValue" or "ContainsKey" } asked } } choice
                && choice.WhenTrue == inner && CacheOf(asked) is { } cache && inner.DescendantsAndSelf().Any(part => Fills(part, cache)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="body"/> is the function that makes what such a dictionary has not.</summary>
    public static bool IsFactory(IOperation body) =>
        body is IAnonymousFunctionOperation && LambdaRuns.ReceiverOf(body) is { Parent: IInvocationOperation { TargetMethod.Name: "GetOrAdd" } call } && CacheOf(call) is not null;

    private static ISymbol? CacheOf(IInvocationOperation call) =>
        call.Instance is IMemberReferenceOperation { Member: var member } && call.Argument(0)?.Type is { Name: "Type" } key && key.IsNamed("System", "Type") ? member : null;

    private static bool Fills(IOperation operation, ISymbol cache) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: IMemberReferenceOperation { Member: var member } } } =>
            SymbolEqualityComparer.Default.Equals(member, cache),
        IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Instance: IMemberReferenceOperation { Member: var member } } => SymbolEqualityComparer.Default.Equals(member, cache),
        _ => false,
    };
}
