using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>Which types of a source file name a base or an interface, and what do they call it?</summary>
internal sealed class BaseLists
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, BaseLists> Known = new();

    private readonly List<UsingDirectiveSyntax> aliases = [];
    private readonly ILookup<string, TypeDeclarationSyntax> byName;

    private BaseLists(SyntaxTree tree)
    {
        List<TypeDeclarationSyntax> types = [];
        Read(tree.GetRoot(), types);
        byName = types.SelectMany(NamesIn, static (type, name) => (type, name)).ToLookup(static found => found.name, static found => found.type);
        GlobalAliases = [.. aliases.Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).Select(NameOf)];
    }

    /// <summary>The base lists of <paramref name="tree"/>.</summary>
    public static BaseLists Of(SyntaxTree tree) => Known.GetValue(tree, static key => new BaseLists(key));

    /// <summary>Further names that types have in all files.</summary>
    public ImmutableArray<string> GlobalAliases { get; }

    /// <summary>The declarations that name a base or interface so, or by an alias that this file gives it.</summary>
    public IEnumerable<TypeDeclarationSyntax> Naming(string name) => byName[name];

    private void Read(SyntaxNode container, List<TypeDeclarationSyntax> types)
    {
        var (usings, members) = container switch
        {
            CompilationUnitSyntax unit => (unit.Usings, unit.Members),
            BaseNamespaceDeclarationSyntax space => (space.Usings, space.Members),
            TypeDeclarationSyntax type => (default, type.Members),
            _ => default,
        };
        aliases.AddRange(usings.Where(static directive => directive.Alias is not null));
        foreach (var member in members)
        {
            if (member is TypeDeclarationSyntax type)
            {
                types.Add(type);
            }

            Read(member, types);
        }
    }

    private IEnumerable<string> NamesIn(TypeDeclarationSyntax type)
    {
        // A record says nothing of the interface that it has by itself.
        var names = (type.BaseList?.Types ?? default).Select(static named => LastNameOf(named.Type)).Concat(type is RecordDeclarationSyntax ? ["IEquatable"] : []).OfType<string>().ToArray();
        return names.Concat(aliases.Where(directive => names.Contains(NameOf(directive))).Select(static directive => LastNameOf(directive.NamespaceOrType)).OfType<string>()).Distinct();
    }

    private static string NameOf(UsingDirectiveSyntax directive) => directive.Alias!.Name.Identifier.ValueText;

    private static string? LastNameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => LastNameOf(nullable.ElementType),
        _ => null,
    };
}
