using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which variables of a loop hold the element at hand.</summary>
internal static class LoopElements
{
    /// <summary>One variable, or one for each part where the element is deconstructed; null for a part that is not kept.</summary>
    public static ImmutableArray<InstancePath?> Of(IForEachLoopOperation loop)
    {
        var variable = loop.LoopControlVariable;
        if (variable is IDeclarationExpressionOperation declaration)
        {
            variable = declaration.Expression;
        }

        return variable is ITupleOperation tuple ? [.. tuple.Elements.Select(Variable)] : [Variable(variable)];
    }

    private static InstancePath? Variable(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator => InstancePath.OfSymbol(declarator.Symbol),
        ILocalReferenceOperation local => InstancePath.OfSymbol(local.Local),
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => InstancePath.OfSymbol(local.Local),
        _ => null,
    };
}
