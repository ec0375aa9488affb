using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>How is the declaration of a partial method or type repeated?</summary>
internal static class Signatures
{
    public static SignatureModel Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var declaration = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var typeParameters = method.TypeParameters.Select(TypeNames.Parameter);
        return new SignatureModel
        {
            Modifiers = string.Join(" ", declaration.Modifiers.Select(modifier => modifier.Text)),
            ReturnType = (method.ReturnsByRef ? "ref " : method.ReturnsByRefReadonly ? "ref readonly " : "") + (method.ReturnsVoid ? "void" : TypeNames.Of(method.ReturnType)),
            Name = TypeNames.Identifier(method.Name) + (method.TypeParameters.Length > 0 ? $"<{string.Join(", ", typeParameters)}>" : ""),
            Parameters = new EquatableArray<ParameterModel>(method.Parameters.Select(parameter => Parameter(parameter, method))),
            Constraints = new EquatableArray<string>(method.TypeParameters.Select(Constraints).Where(clause => clause.Length > 0)),
            IsOblivious = IsOblivious(method),
        };
    }

    /// <summary>
    /// Whether a declaration is written to its end, may be implemented, and names only types that the compiler finds, or will find, in a file that
    /// is not its own: what it repeats would be wrong twice.
    /// </summary>
    public static bool IsWhole(IMethodSymbol method, CancellationToken cancellationToken) =>
        method is { IsExtern: false, IsAsync: false } && (method.IsStatic || !method.ContainingType.IsStatic)
        && method.DeclaringSyntaxReferences.All(reference => IsWhole(reference.GetSyntax(cancellationToken)))
        && IsFound(method.ReturnType) && method.Parameters.All(parameter => IsFound(parameter.Type)) && method.TypeParameters.All(parameter => parameter.ConstraintTypes.All(IsFound));

    // Newer compilers do not call a method asynchronous that has no body; what repeats its modifiers would be.
    private static bool IsWhole(SyntaxNode declaration) =>
        !declaration.ContainsDiagnostics && !(declaration is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.AsyncKeyword));

    private static bool IsFound(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => TypeNames.IsOurs(type, MethodReader.ViewType) || TypeNames.IsOurs(type, MethodReader.ErrorType),
        IArrayTypeSymbol array => IsFound(array.ElementType),
        IPointerTypeSymbol pointer => IsFound(pointer.PointedAtType),
        INamedTypeSymbol named => !named.IsFileLocal && named.TypeArguments.All(IsFound) && (named.ContainingType is null || IsFound(named.ContainingType)),
        _ => true,
    };

    /// <summary><c>partial class Outer&lt;T&gt;</c>.</summary>
    public static string Header(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        var parameters = type.TypeParameters.Select(parameter => TypeNames.Identifier(parameter.Name)).ToArray();
        var variance = type.TypeParameters.Select(parameter => parameter.Variance switch { VarianceKind.In => "in ", VarianceKind.Out => "out ", _ => "" }).ToArray();
        var list = parameters.Length > 0 ? $"<{string.Join(", ", parameters.Select((name, i) => variance[i] + name))}>" : "";
        return $"partial {keyword} {TypeNames.Identifier(type.Name)}{list}";
    }

    private static ParameterModel Parameter(IParameterSymbol parameter, IMethodSymbol method)
    {
        var modifiers = method.IsExtensionMethod && parameter.Ordinal == 0 ? "this " : "";
        modifiers += parameter.IsParams ? "params " : "";
        modifiers += parameter.ScopedKind != ScopedKind.None && parameter.RefKind != RefKind.Out ? "scoped " : "";
        modifiers += parameter.RefKind switch
        {
            RefKind.In => "in ",
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => "",
        };
        return new ParameterModel(modifiers, TypeNames.Of(parameter.Type), TypeNames.Identifier(parameter.Name));
    }

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            constraints.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            constraints.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            constraints.Add(parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            constraints.Add("notnull");
        }

        constraints.AddRange(parameter.ConstraintTypes.Select(TypeNames.Of));
        if (parameter.HasConstructorConstraint && !parameter.HasValueTypeConstraint)
        {
            constraints.Add("new()");
        }

        if (parameter.AllowsRefLikeType)
        {
            constraints.Add("allows ref struct");
        }

        return constraints.Count == 0 ? "" : $"where {TypeNames.Parameter(parameter)} : {string.Join(", ", constraints)}";
    }

    /// <summary>Whether the first reference type that a signature names has no annotation: then it stands where they are switched off.</summary>
    private static bool IsOblivious(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type).Concat([method.ReturnType]).Any(IsOblivious);

    private static bool IsOblivious(ITypeSymbol type) =>
        (type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None, TypeKind: not TypeKind.Error })
        || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsOblivious))
        || (type is IArrayTypeSymbol array && IsOblivious(array.ElementType));
}
