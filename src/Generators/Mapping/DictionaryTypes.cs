using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which dictionary with string keys does a signature name?</summary>
internal static class DictionaryTypes
{
    public const string Concrete = "System.Collections.Generic.Dictionary`2";
    public const string Interface = "System.Collections.Generic.IDictionary`2";
    public const string ReadOnlyInterface = "System.Collections.Generic.IReadOnlyDictionary`2";

    /// <summary>The type of the values, when it is this dictionary with string keys.</summary>
    public static ITypeSymbol? ValueOf(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } && TypeNames.Is(type.OriginalDefinition, name) ? value : null;

    /// <summary>The type of the values, when it is a read-only list of pairs with string keys.</summary>
    public static ITypeSymbol? PairValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var pair] } && TypeNames.Is(type.OriginalDefinition, "System.Collections.Generic.IReadOnlyList`1")
            ? ValueOf(pair, "System.Collections.Generic.KeyValuePair`2")
            : null;

    /// <summary>The type of the values, object or string, of any dictionary that an object can be made of.</summary>
    public static ITypeSymbol? ReadableValueOf(ITypeSymbol type) =>
        (ValueOf(type, ReadOnlyInterface) ?? ValueOf(type, Concrete) ?? ValueOf(type, Interface)) is { } value && (IsAnything(value) || value.SpecialType == SpecialType.System_String) ? value : null;

    /// <summary>Whether values of a type can be anything: <c>object</c> or <c>dynamic</c>, which are one.</summary>
    public static bool IsAnything(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic;

    public static DictionaryModel Model(ITypeSymbol value) => new()
    {
        Values = IsAnything(value) ? DictionaryValues.Objects
            : value.SpecialType == SpecialType.System_String ? DictionaryValues.Text
            : DictionaryValues.Typed,
        ValueType = TypeNames.Of(value),
        AllowsNull = value.IsReferenceType ? value.NullableAnnotation != NullableAnnotation.NotAnnotated
            : value.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || (value.TypeKind == TypeKind.TypeParameter && value.NullableAnnotation == NullableAnnotation.Annotated),
    };
}
