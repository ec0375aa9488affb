using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>Does setting a member run no code that anybody wrote? Of a field that is so, and of a property whose setter the compiler writes.</summary>
internal static class AutomaticSetters
{
    private const string CompilerGenerated = "System.Runtime.CompilerServices.CompilerGeneratedAttribute";

    public static bool Sets(ISymbol member) => member switch
    {
        IFieldSymbol => true,
        IPropertySymbol property => SourceMembers.SetterOf(property) is { } setter && IsAutomatic(setter),
        _ => false,
    };

    /// <summary>From its syntax, where there is one; a compiled setter carries the compiler's mark.</summary>
    private static bool IsAutomatic(IMethodSymbol setter) => setter.DeclaringSyntaxReferences.Length == 0
        ? KnownAttributes.Find(setter, CompilerGenerated) is not null
        : !setter.IsExtern
            && setter.AssociatedSymbol is IPropertySymbol { IsExtern: false, PartialDefinitionPart: null, PartialImplementationPart: null }
            && setter.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null });
}
