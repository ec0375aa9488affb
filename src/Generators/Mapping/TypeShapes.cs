using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What is a type made of: members, elements, keys and values, or is it one piece?</summary>
internal static class TypeShapes
{
    /// <summary>What a list or dictionary of the framework is already.</summary>
    private static readonly string[] Lists =
    [
        "List`1", "IList`1", "IReadOnlyList`1", "ICollection`1", "IReadOnlyCollection`1", "IEnumerable`1", "Dictionary`2", "IDictionary`2", "IReadOnlyDictionary`2",
    ];

    /// <summary>Whether no dictionary can hold a value of the type.</summary>
    public static bool IsUnstorable(ITypeSymbol type) => type.IsRefLikeType || IsUnsafe(type);

    /// <summary>Whether the compiler does not find a type, or one that it is made of, and says so itself. Those of this package may not be generated yet.</summary>
    public static bool IsBroken(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Error } => type.Name is not (MethodReader.ViewType or MethodReader.ErrorType),
        IArrayTypeSymbol array => IsBroken(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsBroken),
        _ => false,
    };

    /// <summary>The T of a <c>Nullable&lt;T&gt;</c>, or the type itself.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type.TypeKind == TypeKind.Array || type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable));

    /// <summary>The pair of types of a dictionary; null for anything else.</summary>
    public static (ITypeSymbol Key, ITypeSymbol Value)? MapTypes(ITypeSymbol type)
    {
        foreach (var name in new[] { "System.Collections.Generic.IReadOnlyDictionary`2", "System.Collections.Generic.IDictionary`2" })
        {
            if (Only(type, name) is { } face)
            {
                return (face.TypeArguments[0], face.TypeArguments[1]);
            }
        }

        return null;
    }

    /// <summary>The type of the elements of an array, list or other sequence; null for anything else.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.Rank == 1 ? array.ElementType : null,
        { SpecialType: SpecialType.System_String } => null,
        _ => Only(type, "System.Collections.Generic.IEnumerable`1")?.TypeArguments[0],
    };

    /// <summary>How a collection is asked for the number of its elements: <c>".Length"</c>, <c>".Count"</c>, or not at all.</summary>
    public static string CountOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
        {
            return ".Length";
        }

        // A property of that name alone proves nothing: it could count something else, or count by walking.
        var faces = type.AllInterfaces.Concat([type]).OfType<INamedTypeSymbol>().Where(face => TypeNames.Is(face.OriginalDefinition, "System.Collections.Generic.IReadOnlyCollection`1") || TypeNames.Is(face.OriginalDefinition, "System.Collections.Generic.ICollection`1"));
        return faces.Any(face => type.TypeKind == TypeKind.Interface || IsCount(type, face)) ? ".Count" : "";
    }

    /// <summary>The interface that a collection is walked through; null where its own type says the same for certain.</summary>
    public static string? WalkedAs(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol || IsOfFramework(type.ContainingNamespace))
        {
            return null;
        }

        var element = MapTypes(type) is { } map
            ? $"global::System.Collections.Generic.KeyValuePair<{TypeNames.Of(map.Key)}, {TypeNames.Of(map.Value)}>"
            : TypeNames.Of(ElementType(type)!);
        return $"global::System.Collections.Generic.IEnumerable<{element}>";
    }

    /// <summary>How a collection is made of a <c>List&lt;T&gt;</c>, or <c>Dictionary&lt;TKey, TValue&gt;</c>, which stands where the {0} is; empty where nobody knows.</summary>
    public static string BuildOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
        {
            return "{0}.ToArray()";
        }

        if (type is not INamedTypeSymbol named)
        {
            return "";
        }

        if (named.TypeKind == TypeKind.Interface || named.MetadataName is "List`1" or "Dictionary`2")
        {
            return Lists.Contains(named.MetadataName) && IsOfFramework(named.ContainingNamespace) ? "{0}"
                : named.MetadataName is "ISet`1" or "IReadOnlySet`1" ? $"new global::System.Collections.Generic.HashSet<{TypeNames.Of(named.TypeArguments[0])}>({{0}})"
                : "";
        }

        var made = named.InstanceConstructors.Any(constructor => constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ Type: INamedTypeSymbol { MetadataName: "IEnumerable`1" or "IList`1" or "IDictionary`2" } }] });
        return !made || named.IsAbstract ? ""
            : IsStack(named) ? $"new {TypeNames.OfNonNull(named)}(global::System.Linq.Enumerable.Reverse({{0}}))"
            : $"new {TypeNames.OfNonNull(named)}({{0}})";
    }

    /// <summary>A type and what it derives from; an interface and those that it extends.</summary>
    public static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var face in type.AllInterfaces)
            {
                yield return face;
            }
        }
    }

    /// <summary>Whether a type is an object with members of its own that can be looked into: not one of the framework, nor a value whose type shows only at run time.</summary>
    public static bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None, IsTupleType: false, IsUnboundGenericType: false }
        && !type.IsRefLikeType
        && !IsCollection(type)
        && !IsOfFramework(type.ContainingNamespace);

    /// <summary>Whether a type can only be named in unsafe code.</summary>
    private static bool IsUnsafe(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer || (type is IArrayTypeSymbol array && IsUnsafe(array.ElementType)) || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsUnsafe));

    /// <summary>Whether what is put in last comes out first, so that a copy is made from the end.</summary>
    private static bool IsStack(ITypeSymbol type) => Lineage(type).Any(current =>
        current.MetadataName is "Stack`1" or "ConcurrentStack`1" && IsOfFramework(current.ContainingNamespace));

    /// <summary>Whether the name means the count of the interface.</summary>
    private static bool IsCount(ITypeSymbol type, INamedTypeSymbol face) =>
        Lineage(type).SelectMany(declaring => declaring.GetMembers("Count")).FirstOrDefault() is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, Type.SpecialType: SpecialType.System_Int32 } count
        && face.GetMembers("Count") is [var counted] && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(counted), count);

    private static bool IsOfFramework(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: false, Name: "System" or "Microsoft" };
    }

    private static INamedTypeSymbol? Only(ITypeSymbol type, string name)
    {
        if (type is INamedTypeSymbol named && TypeNames.Is(type.OriginalDefinition, name))
        {
            return named;
        }

        INamedTypeSymbol? found = null;
        foreach (var face in type.AllInterfaces)
        {
            if (TypeNames.Is(face.OriginalDefinition, name))
            {
                if (found is not null)
                {
                    return null;
                }

                found = face;
            }
        }

        return found;
    }
}
