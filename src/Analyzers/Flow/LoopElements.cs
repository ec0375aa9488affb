using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which variables of a loop hold the element at hand.</summary>
internal static class LoopElements
{
    /// <summary>One variable, or one for each part where the element is deconstructed; null for a part that is not kept.</summary>
    public static ImmutableArray<ISymbol?> Of(IForEachLoopOperation loop)
    {
        var variable = loop.LoopControlVariable;
        if (variable is IDeclarationExpressionOperation declaration)
        {
            variable = declaration.Expression;
        }

        return variable is ITupleOperation tuple ? [.. tuple.Elements.Select(Variable)] : [Variable(variable)];
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };
}
