using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>The names of types: compared without resolving them, and as they stand in generated code.</summary>
internal static class TypeNames
{
    private const string Namespace = "DictionaryAnalyzers";

    private static readonly string[] OnDemand = [MethodReader.ViewType, MethodReader.ErrorType];

    /// <summary>What classes and structures that are generated call their members.</summary>
    private static readonly string[] Taken = ["Convert", "Count", "Expected", "Item", "Parse", "Read", "Slots", "TryGetValue"];

    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Whether a type that is not nested has this namespace and metadata name.</summary>
    public static bool Is(ITypeSymbol? type, string fullName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } || !fullName.EndsWith(type.MetadataName, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = fullName.Length - type.MetadataName.Length - 1;
        return rest < 0 ? type.ContainingNamespace.IsGlobalNamespace : fullName[rest] == '.' && IsNamespace(type.ContainingNamespace, fullName, rest);
    }

    /// <summary>Whether it is a type of this package that is generated on demand: the reader of a mapper may be the first to ask for it, and then it is not there yet.</summary>
    public static bool IsOurs(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { Arity: 0, ContainingType: null } && type.Name == name && (type.TypeKind == TypeKind.Error || Is(type, Namespace + "." + name));

    /// <summary>The type as it stands in code, with its nullable marker.</summary>
    public static string Of(ITypeSymbol type)
    {
        var text = Display(type);
        var inner = type is INamedTypeSymbol { TypeArguments: [{ TypeKind: TypeKind.Error } argument] } ? argument : type;
        foreach (var name in OnDemand)
        {
            if (inner.TypeKind == TypeKind.Error && IsOurs(inner, name))
            {
                return text.Replace(inner.ToDisplayString(Annotated).TrimEnd('?'), $"global::{Namespace}.{name}");
            }
        }

        return text;
    }

    /// <summary>The type as it stands in code, without a nullable marker of its own.</summary>
    public static string OfNonNull(ITypeSymbol type) => Display(NonNull(type));

    /// <summary>The type without a nullable marker of its own. Those inside, as in <c>List&lt;string?&gt;</c>, stay.</summary>
    public static ITypeSymbol NonNull(ITypeSymbol type) =>
        type.IsReferenceType || type.TypeKind == TypeKind.TypeParameter ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;

    /// <summary>A name as it stands in code.</summary>
    public static string Identifier(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
        || Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetContextualKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>A type parameter as it stands in code. One of a method is called like no variable there: the compiler would refuse that.</summary>
    public static string Parameter(ITypeParameterSymbol parameter)
    {
        if (!IsRenamed(parameter))
        {
            return Identifier(parameter.Name);
        }

        var name = "T_" + parameter.Name;
        while (parameter.DeclaringMethod!.TypeParameters.Any(other => other.Name == name))
        {
            name = "T_" + name;
        }

        return name;
    }

    /// <summary>Whether a type parameter has another name in what is generated.</summary>
    public static bool IsRenamed(ITypeParameterSymbol parameter) =>
        parameter is { TypeParameterKind: TypeParameterKind.Method, Name: [var first, ..] name } && (!char.IsUpper(first) || Array.IndexOf(Taken, name) >= 0);

    /// <summary>A name of letters, digits and underscores that tells what type it is about.</summary>
    public static string Plain(ITypeSymbol type)
    {
        var name = new StringBuilder();
        foreach (var character in type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))
        {
            if (char.IsLetterOrDigit(character))
            {
                name.Append(character);
            }
            else if (name.Length > 0 && name[name.Length - 1] != '_')
            {
                name.Append('_');
            }
        }

        return name.ToString().TrimEnd('_');
    }

    private static string Display(ITypeSymbol type) => !HasRenamed(type)
        ? type.ToDisplayString(Annotated)
        : string.Concat(type.ToDisplayParts(Annotated).Select(part => part.Symbol is ITypeParameterSymbol parameter ? Parameter(parameter) : part.ToString()));

    private static bool HasRenamed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => IsRenamed(parameter),
        IArrayTypeSymbol array => HasRenamed(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasRenamed) || (named.ContainingType is { } outer && HasRenamed(outer)),
        _ => false,
    };

    private static bool IsNamespace(INamespaceSymbol space, string fullName, int length)
    {
        while (!space.IsGlobalNamespace)
        {
            var start = length - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, space.Name, 0, space.Name.Length) != 0)
            {
                return false;
            }

            if (start == 0)
            {
                return space.ContainingNamespace.IsGlobalNamespace;
            }

            if (fullName[start - 1] != '.')
            {
                return false;
            }

            length = start - 1;
            space = space.ContainingNamespace;
        }

        return length == 0;
    }
}
