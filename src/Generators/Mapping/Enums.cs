using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What does generated code need to know of an enum?</summary>
internal static class Enums
{
    /// <summary>Null for a type that is none.</summary>
    public static EnumModel? Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
        {
            return null;
        }

        // Of several names for one value the first is its name. What may not be written down is left to the runtime, which knows its name as well.
        var values = new HashSet<object>();
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { HasConstantValue: true, ConstantValue: not null } && !SourceMembers.IsRefused(field) && KnownAttributes.Find(field, KnownAttributes.Experimental) is null && values.Add(field.ConstantValue));
        return new EnumModel(
            TypeNames.Of(type),
            TypeNames.Of(underlying),
            new EquatableArray<EnumMemberModel>(members.Select(field => new EnumMemberModel(NameOf(field), TypeNames.Identifier(field.Name)))));
    }

    /// <summary>The name that an attribute gives a value, as a serializer would write it; else the name in code.</summary>
    private static string NameOf(IFieldSymbol field) =>
        KnownAttributes.Find(field, KnownAttributes.JsonEnumName) is { ConstructorArguments: [{ Value: string json }] } ? json
        : KnownAttributes.Argument(KnownAttributes.Find(field, KnownAttributes.EnumMember), "Value")?.Value as string ?? field.Name;
}
