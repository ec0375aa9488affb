using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which method a call runs, where only one comes into question.</summary>
internal static class SoleTargets
{
    /// <summary>The one method that a call of <paramref name="method"/> can mean; null where there are several or none in source.</summary>
    public static IMethodSymbol? SoleTarget(this CompilationModel model, IMethodSymbol method, IOperation? receiver)
    {
        method = method.OriginalDefinition;
        if (receiver is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax }
            || (method.ContainingType?.TypeKind is not TypeKind.Interface && !method.MayBeOverridden()))
        {
            return method;
        }

        var type = receiver is null ? null : model.Paths.Origin(receiver).Type ?? receiver.Type;
        return model.Hierarchy.Targets(method, type) is [var only] ? only : null;
    }
}
