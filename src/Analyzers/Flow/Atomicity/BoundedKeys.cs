using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a type of keys has only so many values: enumerations, types and members of a program, and what is made of these.</summary>
internal static class BoundedKeys
{
    private const int MaximumDepth = 3;

    /// <summary>Whether there are few values of <paramref name="type"/> in one process.</summary>
    public static bool Are(ITypeSymbol type) => Are(type, 0);

    private static bool Are(ITypeSymbol type, int depth) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Enum or SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Char }
        || type.IsNamed("System", "Type") || type.IsNamed("System", "RuntimeTypeHandle") || type.IsNamed("System", "RuntimeMethodHandle")
        || type.IsNamed("System.Globalization", "CultureInfo") || type.IsNamed("System.Text", "Encoding")
        || type.ContainingNamespace is { Name: "Reflection", ContainingNamespace.Name: "System" }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } && Are(underlying, depth)
        || type is INamedTypeSymbol { Name: "Tuple", TypeArguments: { IsEmpty: false } items } && type.IsNamed("System", "Tuple") && items.All(item => Are(item, depth + 1))
        || type is ITypeParameterSymbol { ConstraintTypes: var constraints } && depth < MaximumDepth && constraints.Any(constraint => Are(constraint, depth + 1))
        || depth < MaximumDepth && type is { IsValueType: true, SpecialType: SpecialType.None } && PartsAre(type, depth);

    // '(Type, MethodInfo)', 'record struct Pair(Type From, Type To)'
    private static bool PartsAre(ITypeSymbol type, int depth)
    {
        var parts = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst).ToArray();
        return parts.Length > 0 && parts.All(part => Are(part.Type, depth + 1));
    }
}
