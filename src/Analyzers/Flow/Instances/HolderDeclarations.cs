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

    private HolderDeclarations(SyntaxTree tree) => All =
    [
        .. from member in MembersOf(tree.GetRoot())
           from holder in Holders(member)
           from name in holder.Names
           select new KeyValuePair<string, SyntaxNode>(name, holder.Declaration),
    ];

    /// <summary>The holders of <paramref name="tree"/>.</summary>
    public static HolderDeclarations Of(SyntaxTree tree) => Known.GetValue(tree, static key => new HolderDeclarations(key));

    /// <summary>The declarators and properties, each with the name of a type that it mentions.</summary>
    public ImmutableArray<KeyValuePair<string, SyntaxNode>> All { get; }

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
