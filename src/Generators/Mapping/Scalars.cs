using System.Linq;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which values are one piece, and have a text?</summary>
internal static class Scalars
{
    /// <summary>What a type is; <see cref="ScalarKind.None"/> for what has no text. A <c>Nullable&lt;T&gt;</c> is asked for as its T.</summary>
    public static ScalarKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => ScalarKind.String,
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_Char => ScalarKind.Char,
        SpecialType.System_SByte => ScalarKind.SByte,
        SpecialType.System_Byte => ScalarKind.Byte,
        SpecialType.System_Int16 => ScalarKind.Int16,
        SpecialType.System_UInt16 => ScalarKind.UInt16,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_UInt32 => ScalarKind.UInt32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_UInt64 => ScalarKind.UInt64,
        SpecialType.System_IntPtr => ScalarKind.NativeInt,
        SpecialType.System_UIntPtr => ScalarKind.NativeUInt,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        SpecialType.System_Single => ScalarKind.Single,
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_DateTime => ScalarKind.DateTime,
        SpecialType.System_Object => ScalarKind.Any,
        _ => OtherKind(type),
    };

    private static ScalarKind OtherKind(ITypeSymbol type)
    {
        switch (type)
        {
            case { TypeKind: TypeKind.Enum }:
                return ScalarKind.Enum;
            case { TypeKind: TypeKind.Dynamic or TypeKind.TypeParameter }:
                return ScalarKind.Any;
            case IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }:
                return ScalarKind.Bytes;
            case INamedTypeSymbol { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, ContainingType: null, Arity: 0 } when Named(type.Name) is not ScalarKind.None and var kind:
                return kind;
        }

        if (type.TypeKind is TypeKind.Delegate or TypeKind.Array or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error || TypeShapes.IsCollection(type))
        {
            return ScalarKind.None;
        }

        if (type.AllInterfaces.Any(IsFormattable) || IsFormattable(type))
        {
            return ScalarKind.Formattable;
        }

        return HasOwnText(type) ? ScalarKind.Printable : ScalarKind.None;
    }

    private static ScalarKind Named(string name) => name switch
    {
        "DateTimeOffset" => ScalarKind.DateTimeOffset,
        "TimeSpan" => ScalarKind.TimeSpan,
        "DateOnly" => ScalarKind.DateOnly,
        "TimeOnly" => ScalarKind.TimeOnly,
        "Guid" => ScalarKind.Guid,
        "Uri" => ScalarKind.Uri,
        "Version" => ScalarKind.Version,
        _ => ScalarKind.None,
    };

    private static bool IsFormattable(ITypeSymbol type) => TypeNames.Is(type, "System.IFormattable");

    /// <summary>Whether a type says what its values look like. What object and ValueType say is only the name of the type.</summary>
    private static bool HasOwnText(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object and not SpecialType.System_ValueType }; current = current.BaseType)
        {
            if (current.IsRecord || current.IsAnonymousType || current.GetMembers("ToString").Any(member => member is IMethodSymbol { Parameters.Length: 0, IsOverride: true }))
            {
                return true;
            }
        }

        return false;
    }
}
