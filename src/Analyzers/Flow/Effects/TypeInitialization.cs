using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether code runs while its type is initialized, before anybody can use a static member of it.</summary>
internal static class TypeInitialization
{
    /// <summary>Whether <paramref name="operation"/> itself, not a lambda around it that may run later, is part of a static initializer or constructor.</summary>
    public static bool Includes(IOperation operation) => operation.EnclosingBody().Syntax switch
    {
        ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword),
        EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field } => field.Modifiers.Any(SyntaxKind.StaticKeyword),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };
}
