using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>What do names in the code stand for: of a type with its arguments, of the declaration that an expression reads?</summary>
internal static class WrittenNames
{
    /// <summary>The part of a type's name that has the type arguments; null where an alias hides them.</summary>
    public static GenericNameSyntax? GenericIn(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right as GenericNameSyntax,
        AliasQualifiedNameSyntax qualified => qualified.Name as GenericNameSyntax,
        _ => type as GenericNameSyntax,
    };

    /// <summary>The declaration that an expression reads: a field, property, local, parameter or method; null where it is something else.</summary>
    public static ISymbol? DeclarationOf(IOperation? expression) => expression?.Unwrapped().ResolvedReceiver().Unwrapped() switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property.OriginalDefinition,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
        IInvocationOperation method => method.TargetMethod.OriginalDefinition,
        _ => null,
    };
}
