using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Which declaration is a diagnostic about whose location names a call on a dictionary?</summary>
internal static class ReportedDeclaration
{
    /// <summary>The field, property, local, parameter or method that the call's receiver is; null where it is something else.</summary>
    public static ISymbol? OfReceiver(RepairContext context, Location call)
    {
        if (context.Find<ExpressionSyntax>(call) is not { } expression || context.OperationOf(expression) is not IInvocationOperation invocation)
        {
            return null;
        }

        return invocation.Receiver()?.Unwrapped().ResolvedReceiver().Unwrapped() switch
        {
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IInvocationOperation method => method.TargetMethod,
            _ => null,
        };
    }
}
