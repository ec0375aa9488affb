using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Mapping;

/// <summary>Answers which members of an object a JSON library writes, and under which names, where nothing but the simplest attributes has a say in it.</summary>
internal static class JsonMembers
{
    /// <summary>The members in the order in which they are written; null where that is not known.</summary>
    public static IReadOnlyList<ReflectedMember>? Of(INamedTypeSymbol type, bool isNewtonsoft, KeyCase naming)
    {
        // The order of inherited members is an affair of the library.
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.BaseType is not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }
            || type.GetAttributes().Any(IsOfSerializer)
            || type.GetMembers().Any(member => member.Name.StartsWith("ShouldSerialize", StringComparison.Ordinal) || member.Name.EndsWith("Specified", StringComparison.Ordinal))
            || (isNewtonsoft && type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public })))
        {
            return null;
        }

        var members = new List<ReflectedMember>();
        foreach (var member in type.GetMembers().Where(member => !member.IsStatic && member is IPropertySymbol or IFieldSymbol { IsImplicitlyDeclared: false }))
        {
            var attributes = member.GetAttributes().Where(IsOfSerializer).ToArray();
            var isWritten = member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public };
            if (isWritten && attributes.Length == 0)
            {
                members.Add(new ReflectedMember(member, KeyNames.Apply(naming, member.Name)));
            }
            else if (attributes is [{ AttributeClass: { Name: "JsonIgnoreAttribute" }, NamedArguments.IsEmpty: true }] || (!isWritten && attributes.Length == 0))
            {
                continue;
            }
            else if (isWritten && attributes is [{ AttributeClass: { Name: "JsonPropertyNameAttribute" or "JsonPropertyAttribute" }, NamedArguments.IsEmpty: true, ConstructorArguments: [{ Value: string { Length: > 0 } name }] }])
            {
                members.Add(new ReflectedMember(member, name));
            }
            else
            {
                return null;
            }
        }

        return members.Count > 0 && members.Select(member => member.Key).Distinct(StringComparer.Ordinal).Count() == members.Count ? members : null;
    }

    private static bool IsOfSerializer(AttributeData attribute)
    {
        for (var space = attribute.AttributeClass?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.Name is "Json" or "Serialization")
            {
                return true;
            }
        }

        return false;
    }
}
