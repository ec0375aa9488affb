using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Does setting a member run no code that anybody wrote? Of a field that is so, and of a property whose setter the compiler writes.</summary>
internal static class AutomaticSetters
{
    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    /// <summary>Whether it is so of a member of an object of just this type.</summary>
    public static bool Sets(ISymbol member, ITypeSymbol made) => member switch
    {
        IFieldSymbol => true,
        IPropertySymbol property => SetterThatRuns(property, made) is { } setter && IsAutomatic(setter),
        _ => false,
    };

    /// <summary>A type that overrides the setter alone has no property that can be read, and its setter runs all the same.</summary>
    private static IMethodSymbol? SetterThatRuns(IPropertySymbol property, ITypeSymbol made)
    {
        for (var type = made; type is not null && !SymbolEqualityComparer.Default.Equals(type, property.ContainingType); type = type.BaseType)
        {
            var overriding = type.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault(own => own.SetMethod is not null && Overrides(own, property));
            if (overriding is not null)
            {
                return overriding.SetMethod;
            }
        }

        return SourceMembers.SetterOf(property);
    }

    private static bool Overrides(IPropertySymbol property, IPropertySymbol other)
    {
        for (var current = property.OverriddenProperty; current is not null; current = current.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// From its syntax, where there is one; a compiled setter carries the compiler's mark. What implements the declaration of a partial property may
    /// be generated, and then it is not seen from here.
    /// </summary>
    private static bool IsAutomatic(IMethodSymbol setter) => setter.DeclaringSyntaxReferences.Length == 0
        ? KnownAttributes.Find(setter, CompilerGenerated) is not null
        : !setter.IsExtern
            && setter.AssociatedSymbol is IPropertySymbol { IsExtern: false, IsPartialDefinition: false, PartialDefinitionPart: null, PartialImplementationPart: null }
            && setter.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null });
}
