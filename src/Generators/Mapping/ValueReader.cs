using System.Linq;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Which form does a value take in the dictionary: the entries of its members, a dictionary or list of its own, text, or as it is?</summary>
internal sealed class ValueReader(
    ObjectReader objects, SourceMembers sourceMembers, MapperOptions options, DictionaryModel dictionary, TypedValues typed, ValueRestoration restoration, MappingProblems problems)
{
    /// <summary>The form of a member; null where it gets none.</summary>
    public ValueModel? Read(SourceMember member, Place place, bool isWanted, string key)
    {
        var declared = member.Type;
        var type = TypeShapes.Underlying(declared);
        var basis = ValueBasis.Of(member);
        if (place.Opens && !IsOnlyText(type) && HasMembers(type, place))
        {
            return dictionary.Values == DictionaryValues.Objects && options.NestedObjects == Nesting.Nest
                ? objects.Nested(basis, type, place)
                : objects.Inline(basis, type, place, key);
        }

        return dictionary.Values switch
        {
            DictionaryValues.Objects => Converted(basis, type, place),
            DictionaryValues.Text => AsText(member, basis, type),
            _ => AsTyped(member, basis, declared, isWanted),
        };
    }

    /// <summary>The form of a value in a dictionary of objects: element by element where an object is nested in it, else as it is.</summary>
    private ValueModel Converted(ValueModel basis, ITypeSymbol type, Place place)
    {
        if (basis.Enum is not null)
        {
            return basis with
            {
                Form = options.EnumValues switch
                {
                    EnumForm.Name => ValueForm.EnumName,
                    EnumForm.Number => ValueForm.EnumNumber,
                    _ => ValueForm.AsIs,
                },
            };
        }

        if (!place.Opens || type.TypeKind == TypeKind.TypeParameter)
        {
            return basis;
        }

        if (TypeShapes.MapTypes(type) is { } map)
        {
            var keyBasis = ValueBasis.Of(map.Key);
            var value = Element(map.Value, place);
            return value is { Form: ValueForm.Cut } && !options.ThrowsAtMaxDepth ? basis with { Form = ValueForm.Cut }
                : value is null || keyBasis.Scalar == ScalarKind.None || keyBasis.IsNullableStruct
                ? basis
                : basis with { Form = ValueForm.Map, MapKey = restoration.FromText(keyBasis, map.Key, member: null) with { Form = ValueForm.Text }, Element = value, Count = TypeShapes.CountOf(type), WalkedAs = TypeShapes.WalkedAs(type), Build = restoration.Build(type) };
        }

        if (TypeShapes.ElementType(type) is not { } elementType || Element(elementType, place) is not { } element)
        {
            return basis;
        }

        // Where the elements lie too deep there is nothing to make a list of; to throw, each has to be looked at.
        return element.Form == ValueForm.Cut && !options.ThrowsAtMaxDepth
            ? basis with { Form = ValueForm.Cut }
            : basis with { Form = ValueForm.Sequence, Element = element, Count = TypeShapes.CountOf(type), WalkedAs = TypeShapes.WalkedAs(type), Build = restoration.Build(type) };
    }

    /// <summary>The form of an element, null when it is stored as it is and the whole collection can be.</summary>
    private ValueModel? Element(ITypeSymbol declared, Place place)
    {
        var type = TypeShapes.Underlying(declared);
        var basis = ValueBasis.Of(declared);
        if (HasMembers(type, place))
        {
            return options.NestedObjects == Nesting.Flatten && objects.LiesTooDeep(place)
                ? basis with { Form = ValueForm.Cut }
                : objects.Nested(basis, type, place);
        }

        var converted = Converted(basis, type, place with { Opens = true });
        return converted.Form is ValueForm.Sequence or ValueForm.Map or ValueForm.Cut ? converted : null;
    }

    private ValueModel? AsText(SourceMember member, ValueModel basis, ITypeSymbol type)
    {
        if (basis.Scalar == ScalarKind.None)
        {
            problems.AddHere(MappingProblemKind.MemberWithoutText, type, member.Symbol);
            return null;
        }

        return restoration.FromText(basis, type, member.Symbol) with { Form = basis.Enum is not null ? options.EnumValues == EnumForm.Number ? ValueForm.EnumNumber : ValueForm.EnumName : ValueForm.Text };
    }

    private ValueModel? AsTyped(SourceMember member, ValueModel basis, ITypeSymbol declared, bool isWanted)
    {
        if (typed.Fit(declared) || (basis.IsNullableStruct && typed.Fit(TypeShapes.Underlying(declared))))
        {
            return basis;
        }

        if (isWanted)
        {
            problems.AddHere(MappingProblemKind.MemberOfOtherType, declared, member.Symbol);
        }

        return null;
    }

    /// <summary>Whether an object has members that are mapped here; without any it stays what it is.</summary>
    private bool HasMembers(ITypeSymbol type, Place place) =>
        TypeShapes.IsObject(type) && sourceMembers.Of(type).Any(found => place.Include is not null || found.IsByDefault);

    /// <summary>Whether an object in a dictionary of text is written whole, as its type says how.</summary>
    private bool IsOnlyText(ITypeSymbol type) => dictionary.Values == DictionaryValues.Text && Scalars.KindOf(type) is ScalarKind.Formattable;
}
