using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>The static fields and auto-properties of a source file, by the names of the types that their declarations mention.</summary>
internal sealed class HolderDeclarations
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, HolderDeclarations> Known = new();

    private readonly ILookup<string, SyntaxNode> byTypeName;

    private HolderDeclarations(SyntaxTree tree) => byTypeName = MembersOf(tree.GetRoot())
        .SelectMany(Holders)
        .SelectMany(static holder => holder.Names, static (holder, name) => (name, holder.Declaration))
        .ToLookup(static found => found.name, static found => found.Declaration);

    /// <summary>The holders of <paramref name="tree"/>.</summary>
    public static HolderDeclarations Of(SyntaxTree tree) => Known.GetValue(tree, static key => new HolderDeclarations(key));

    /// <summary>The declarators and properties that mention a type by this name.</summary>
    public IEnumerable<SyntaxNode> Mentioning(string typeName) => byTypeName[typeName];

    private static IEnumerable<MemberDeclarationSyntax> MembersOf(SyntaxNode container)
    {
        SyntaxList<MemberDeclarationSyntax> members = container switch
        {
            CompilationUnitSyntax unit => unit.Members,
            BaseNamespaceDeclarationSyntax space => space.Members,
            TypeDeclarationSyntax type => type.Members,
            _ => default,
        };
        return members.SelectMany(member => member is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax ? MembersOf(member) : [member]);
    }

    private static IEnumerable<(SyntaxNode Declaration, ImmutableHashSet<string> Names)> Holders(MemberDeclarationSyntax member)
    {
        if (!member.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            return [];
        }

        return member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => ((SyntaxNode)variable, NamesIn(field.Declaration.Type, variable.Initializer?.Value))),
            PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: var accessors } property when accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }) =>
                [(property, NamesIn(property.Type, property.Initializer?.Value))],
            _ => [],
        };
    }

    private static ImmutableHashSet<string> NamesIn(TypeSyntax type, ExpressionSyntax? value)
    {
        // 'static readonly IStore Default = new MemoryStore();'
        var created = value?.DescendantNodesAndSelf().OfType<ObjectCreationExpressionSyntax>().Select(creation => (SyntaxNode)creation.Type) ?? [];
        return [.. created.Append(type).SelectMany(named => named.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText)];
    }
}
