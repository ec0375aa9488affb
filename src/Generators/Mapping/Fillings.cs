using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Can a collection that an object keeps be emptied and filled with the elements of another, as a loop over that gives them?</summary>
internal static class Fillings
{
    /// <summary>With what a collection is filled; <see cref="TargetKind.None"/> where nobody can.</summary>
    /// <param name="type">The type of the collection.</param>
    /// <param name="converts">Whether a value of one type can be given where another is asked for.</param>
    public static TargetKind Of(ITypeSymbol type, Func<ITypeSymbol, ITypeSymbol, bool> converts)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Interface) || !TypeShapes.IsCollection(type) || !Methods(type, "Clear").Any(clear => clear.Parameters.IsEmpty))
        {
            return TargetKind.None;
        }

        var element = ElementOf(type);
        var isMap = TypeShapes.MapTypes(type) is not null && element is INamedTypeSymbol { TypeArguments.Length: 2 } && TypeNames.Is(element.OriginalDefinition, "System.Collections.Generic.KeyValuePair`2");
        ITypeSymbol?[] added = isMap ? [.. ((INamedTypeSymbol)element!).TypeArguments] : [element];
        return !Methods(type, "Add").Any(add => add.Parameters.Length == added.Length && add.Parameters.Zip(added, (parameter, given) => Takes(parameter.Type, given, converts)).All(taken => taken)) ? TargetKind.None
            : isMap ? TargetKind.FilledWithPairs
            : TargetKind.Filled;
    }

    private static bool Takes(ITypeSymbol parameter, ITypeSymbol? given, Func<ITypeSymbol, ITypeSymbol, bool> converts) =>
        given is null ? parameter.SpecialType == SpecialType.System_Object : converts(given, parameter);

    /// <summary>What a loop gives: what the collection's own enumerator says, else its interface; null for <c>object</c>.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Class && Methods(type, "GetEnumerator").FirstOrDefault(found => found.Parameters.IsEmpty) is { } enumerator
            ? TypeShapes.Lineage(enumerator.ReturnType).SelectMany(declaring => declaring.GetMembers("Current")).OfType<IPropertySymbol>().FirstOrDefault()?.Type
            : TypeShapes.ElementType(type);

    private static IEnumerable<IMethodSymbol> Methods(ITypeSymbol type, string name) => TypeShapes.Lineage(type)
        .SelectMany(declaring => declaring.GetMembers(name))
        .OfType<IMethodSymbol>()
        .Where(method => method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Arity: 0 });
}
