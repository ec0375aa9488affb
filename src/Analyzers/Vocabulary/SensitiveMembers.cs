using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// Answers what says of a member that its values are secret: an attribute on it, which is known by its name so that its package
/// need not be referenced, or its own name. Attributes that leave a member out of a mapper are not asked: who is left out is not mapped.
/// </summary>
internal static class SensitiveMembers
{
    // System.ComponentModel.DataAnnotations.DataType
    private const int Password = 11;
    private const int CreditCard = 14;

    /// <summary>What says it, for the user: <c>[NotLogged]</c>, or the word in its name; null where nothing does.</summary>
    public static string? SignOf(ISymbol member, SensitiveWords words)
    {
        for (var declared = member; declared is not null; declared = (declared as IPropertySymbol)?.OverriddenProperty)
        {
            foreach (var attribute in declared.GetAttributes())
            {
                if (attribute.AttributeClass is { } type && IsOpen(type))
                {
                    return null;
                }

                if (Says(attribute))
                {
                    return $"[{Shortened(attribute.AttributeClass!.Name)}]";
                }
            }
        }

        var held = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
        return held is not null && WordIn(member.Name, held, words) is { } word ? $"the word '{word}'" : null;
    }

    private static string? WordIn(string name, ITypeSymbol type, SensitiveWords words)
    {
        var held = HeldIn(type);
        var nature = NatureOf(held, isElement: !SymbolEqualityComparer.Default.Equals(held, type));
        var word = words.In(name, nature);
        return word is null || nature is not ValueNature.Composite || HoldsSecret(held, words) ? word : null;
    }

    // An object that is called a token or a credential is one where it has something secret itself: the tokens of a compiler have not.
    private static bool HoldsSecret(ITypeSymbol type, SensitiveWords words)
    {
        for (var declaring = type; declaring is { SpecialType: SpecialType.None }; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers().Any(member =>
                member is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public } property
                && NatureOf(HeldIn(property.Type), isElement: false) is var nature and not ValueNature.Composite && words.In(property.Name, nature) is not null))
            {
                return true;
            }
        }

        return false;
    }

    // What there is one or several of: 'string' of 'List<string>', 'Task<string?>' and 'Dictionary<int, string>'.
    private static ITypeSymbol HeldIn(ITypeSymbol type)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            var inner = type switch
            {
                IArrayTypeSymbol array => array.ElementType,
                INamedTypeSymbol { IsGenericType: true, TypeKind: not TypeKind.Delegate, TypeArguments: [.., var last] } => last,
                _ => null,
            };
            if (inner is null)
            {
                return type;
            }

            type = inner;
        }

        return type;
    }

    private static ValueNature NatureOf(ITypeSymbol type, bool isElement) => type switch
    {
        { SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Object } => ValueNature.Text,
        { SpecialType: SpecialType.System_Byte } when isElement => ValueNature.Text,
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_DateTime or SpecialType.System_Void } => ValueNature.Plain,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => ValueNature.Number,
        { TypeKind: TypeKind.TypeParameter or TypeKind.Dynamic } => ValueNature.Text,
        { TypeKind: TypeKind.Enum or TypeKind.Delegate or TypeKind.Error } => ValueNature.Plain,
        _ when type.IsNamed("System", "Guid") || type.IsNamed("System", "Uri") || type.IsNamed("System.Security", "SecureString") || type.IsNamed("System.Text", "StringBuilder") => ValueNature.Text,
        _ when type.IsNamed("System.Net", "NetworkCredential") => ValueNature.Text,
        _ when type.IsNamed("System.Numerics", "BigInteger") || type.IsNamed("System", "Int128") || type.IsNamed("System", "UInt128") => ValueNature.Number,
        _ when type.IsNamed("System", type.Name) => ValueNature.Plain,
        _ => ValueNature.Composite,
    };

    private static bool Says(AttributeData attribute)
    {
        return attribute.AttributeClass?.Name switch
        {
            "LogMaskedAttribute" or "ProtectedPersonalDataAttribute" => true,
            "PasswordPropertyTextAttribute" => attribute.ConstructorArguments is not [{ Value: false }],
            "CreditCardAttribute" => attribute.AttributeClass.IsNamed("System.ComponentModel.DataAnnotations", "CreditCardAttribute"),
            "DataTypeAttribute" => attribute.ConstructorArguments is [{ Value: Password or CreditCard }],
            _ => false,
        };
    }

    // Who classified it has said that it is nothing to hide.
    private static bool IsOpen(INamedTypeSymbol attribute) => attribute.IsNamed("Microsoft.Extensions.Compliance.Classification", "NoDataClassificationAttribute");

    private static string Shortened(string name) => name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
