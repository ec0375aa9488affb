using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What does every value say, whatever its form?</summary>
internal static class ValueBasis
{
    public static ValueModel Of(SourceMember member)
    {
        var basis = Of(member.Type);
        return !basis.CanBeNull && !basis.IsValueType && member.CanBeNull ? basis with { CanBeNull = true } : basis;
    }

    public static ValueModel Of(ITypeSymbol declared)
    {
        var type = TypeShapes.Underlying(declared);
        var isNullableStruct = !SymbolEqualityComparer.Default.Equals(type, declared);
        return new ValueModel
        {
            Type = TypeNames.OfNonNull(type),
            Scalar = Scalars.KindOf(type),
            IsValueType = type.IsValueType,
            IsNullableStruct = isNullableStruct,
            IsOpen = type is { TypeKind: TypeKind.TypeParameter, IsReferenceType: false, IsValueType: false },
            CanBeNull = isNullableStruct || (!type.IsValueType && declared.NullableAnnotation != NullableAnnotation.NotAnnotated) || type is ITypeParameterSymbol { IsValueType: false },
            Enum = Enums.Of(type),
        };
    }
}
