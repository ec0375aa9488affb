using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Recognises the inside of a serializer: types that implement or derive from its converters, contracts and resolvers.</summary>
internal static class SerializerTypes
{
    // What the interfaces and bases of serialization libraries are called.
    private static readonly string[] Endings =
    [
        "Serializer", "Deserializer", "JsonConverter", "JsonConverterFactory", "ContractResolver", "TypeInfoResolver", "NamingStrategy", "Formatter", "FormatterResolver", "ValueProvider",
        "TypeInspector", "TypeConverter", "DestructuringPolicy", "SerializationBinder", "ObjectDescriptor", "TypeDescriptor", "CustomTypeDescriptor", "DynamicMetaObjectProvider", "DynamicObject", "MemberMap",
    ];

    /// <summary>Whether <paramref name="type"/>, or a type around it, is one.</summary>
    public static bool Contain(INamedTypeSymbol? type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.ContainingType)
        {
            for (var ancestor = candidate.BaseType; ancestor is { SpecialType: SpecialType.None }; ancestor = ancestor.BaseType)
            {
                if (IsOfSerializer(ancestor))
                {
                    return true;
                }
            }

            if (candidate.AllInterfaces.Any(IsOfSerializer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfSerializer(INamedTypeSymbol type) => Endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal));
}
