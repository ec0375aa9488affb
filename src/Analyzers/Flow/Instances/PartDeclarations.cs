using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>Where the types of a source file make the objects in their own fields and properties, in an initializer or a constructor, by the name of the made type.</summary>
internal sealed class PartDeclarations
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, PartDeclarations> Known = new();

    private PartDeclarations(SyntaxTree tree) =>
        All = [.. TypesIn(tree.GetRoot()).SelectMany(type => type.Members).SelectMany(PartsOf)];

    /// <summary>The parts of <paramref name="tree"/>.</summary>
    public static PartDeclarations Of(SyntaxTree tree) => Known.GetValue(tree, static key => new PartDeclarations(key));

    /// <summary>The names of the made types, each with the declarator, the property or the assigned expression that keeps the object.</summary>
    public ImmutableArray<KeyValuePair<string, SyntaxNode>> All { get; }

    private static IEnumerable<TypeDeclarationSyntax> TypesIn(SyntaxNode container)
    {
        SyntaxList<MemberDeclarationSyntax> members = container switch
        {
            CompilationUnitSyntax unit => unit.Members,
            BaseNamespaceDeclarationSyntax space => space.Members,
            TypeDeclarationSyntax type => type.Members,
            _ => default,
        };
        var inner = members.SelectMany(TypesIn);
        return container is ClassDeclarationSyntax or RecordDeclarationSyntax ? inner.Prepend((TypeDeclarationSyntax)container) : inner;
    }

    private static IEnumerable<KeyValuePair<string, SyntaxNode>> PartsOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.StaticKeyword) =>
            field.Declaration.Variables.SelectMany(variable => Made(variable.Initializer?.Value, field.Declaration.Type, variable)),
        PropertyDeclarationSyntax property when !property.Modifiers.Any(SyntaxKind.StaticKeyword) => Made(property.Initializer?.Value, property.Type, property),
        ConstructorDeclarationSyntax { Body: { } body } => body.Statements.OfType<ExpressionStatementSyntax>().Select(statement => statement.Expression).OfType<AssignmentExpressionSyntax>()
            .SelectMany(assignment => Made(assignment.Right, null, assignment.Left)),
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, SyntaxNode>> Made(ExpressionSyntax? value, TypeSyntax? declared, SyntaxNode keeper)
    {
        var type = value switch
        {
            ObjectCreationExpressionSyntax creation => creation.Type,
            ImplicitObjectCreationExpressionSyntax => declared,
            _ => null,
        };
        return NameOf(type) is { } name ? [new(name, keeper)] : [];
    }

    private static string? NameOf(TypeSyntax? type) => type switch
    {
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
