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

    private readonly ILookup<string, BaseTypeDeclarationSyntax> byName;

    private BaseLists(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var aliases = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive.Alias is not null)
            .ToLookup(static directive => directive.Alias!.Name.Identifier.ValueText, static directive => LastNameOf(directive.NamespaceOrType));
        byName = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .SelectMany(type => NamesIn(type, aliases), static (type, name) => (type, name))
            .ToLookup(static found => found.name, static found => found.type);
        GlobalAliases = [.. root.ChildNodes().OfType<UsingDirectiveSyntax>().Where(static directive => directive is { Alias: not null, GlobalKeyword.RawKind: (int)SyntaxKind.GlobalKeyword })
            .Select(static directive => directive.Alias!.Name.Identifier.ValueText)];
    }

    /// <summary>The base lists of <paramref name="tree"/>.</summary>
    public static BaseLists Of(SyntaxTree tree) => Known.GetValue(tree, static key => new BaseLists(key));

    /// <summary>Further names that types have in all files.</summary>
    public ImmutableArray<string> GlobalAliases { get; }

    /// <summary>The declarations that name a base or interface so, or by an alias that this file gives it.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> Naming(string name) => byName[name];

    private static IEnumerable<string> NamesIn(BaseTypeDeclarationSyntax type, ILookup<string, string?> aliases)
    {
        // A record says nothing of it.
        IEnumerable<string?> names = (type.BaseList?.Types ?? default).Select(static named => LastNameOf(named.Type)).Concat(type is RecordDeclarationSyntax ? ["IEquatable"] : []);
        return names.Concat(names.Where(static name => name is not null).SelectMany(name => aliases[name!])).OfType<string>().Distinct();
    }

    private static string? LastNameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => LastNameOf(nullable.ElementType),
        _ => null,
    };
}
